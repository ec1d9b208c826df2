package io.tidemark.cli;

import io.tidemark.model.Channel;
import io.tidemark.model.ChannelPolicy;
import io.tidemark.model.Operation;
import io.tidemark.model.ProblemException;
import io.tidemark.model.RepositoryConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code configure}: changes the settings that are given and leaves the others. */
@Command(name = "configure")
final class ConfigureCommand extends ChangeCommand {

    @Parameters(paramLabel = "DIR")
    String dir;

    @Option(names = "--name", paramLabel = "NAME")
    String name;

    @Option(names = "--upstream", paramLabel = "URL")
    String url;

    @Option(names = "--let-boot-critical", paramLabel = "CHANNEL", split = ",")
    List<String> letBootCritical = List.of();

    @Option(names = "--stop-boot-critical", paramLabel = "CHANNEL", split = ",")
    List<String> stopBootCritical = List.of();

    @Mixin
    final TransferOptions transfer = new TransferOptions();

    @Mixin
    final PolicyOptions policies = new PolicyOptions();

    final UpstreamOptions options = new UpstreamOptions();

    ConfigureCommand(Face face) {
        super(face);
    }

    @Override
    Operation operation() throws ProblemException {
        RepositoryConfig old = engine().views().status(dir).config();
        Map<String, ChannelPolicy> channels =
                new HashMap<>(old.channels().stream().collect(Collectors.toMap(Channel::name, Channel::policy)));
        letBootCritical.forEach(channel -> channels.put(channel, new ChannelPolicy(true)));
        stopBootCritical.forEach(channel -> channels.put(channel, new ChannelPolicy(false)));
        return new Operation.Configure(
                dir,
                name == null ? old.name() : name,
                options.over(old.upstream(), url),
                transfer.over(old.transfer()),
                policies.over(old.policies()),
                channels);
    }
}
