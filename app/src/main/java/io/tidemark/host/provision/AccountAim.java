package io.tidemark.host.provision;

import io.tidemark.model.HostDrift.Item;
import io.tidemark.model.HostDrift.Kind;
import io.tidemark.model.HostDrift.State;
import io.tidemark.model.Phrase;
import java.util.List;
import java.util.Optional;

/** The account that owns what is fetched and runs the rsync daemon; nobody logs in as it. See passwd(5). */
record AccountAim(String name, String home, String shell) implements Aim {

    private static final int FIELDS = 7;
    private static final int SHELL = 6;

    @Override
    public String id() {
        return "account:" + name;
    }

    @Override
    public List<Query> queries() {
        return List.of(new Query("account", name));
    }

    @Override
    public Item judge(Sights sights) {
        String[] fields = sights.of(queries().getFirst()).fact("passwd").split(":", -1);
        if (fields.length < FIELDS || !fields[0].equals(name)) {
            return Items.missing(this, Kind.ACCOUNT, name + ": " + shell);
        }
        String found = fields[SHELL];
        if (found.endsWith("/nologin") || found.endsWith("/false")) {
            return Items.same(this, Kind.ACCOUNT, name + ": " + found);
        }
        return Items.of(
                this,
                Kind.ACCOUNT,
                State.DIFFERENT,
                Optional.of(name + ": " + found),
                Optional.of(name + ": " + shell),
                Phrase.of("drift.account.login", "shell", found));
    }
}
