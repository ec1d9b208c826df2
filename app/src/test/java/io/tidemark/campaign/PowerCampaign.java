package io.tidemark.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * The {@link KillCampaign} with the power cut instead of a signal, in the midst of the work or just after the program has
 * said that it is done: what it said must then be so. Arguments: the program, number of cuts (default 300), seed (default 1).
 * Needs root, and a kernel that mounts ext4 images. Exits 1 on any violation.
 */
public final class PowerCampaign {

    private PowerCampaign() {}

    /** Runs the campaign. */
    public static void main(String[] args) throws Exception {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 300;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        Path work = Files.createTempDirectory("tidemark-power");
        System.out.println(count + " power cuts, seed " + seed + ", in " + work);
        SplittableRandom random = new SplittableRandom(seed);
        boolean right;
        try (PowerCut power = new PowerCut(work, random.split())) {
            KillCampaign campaign = new KillCampaign(Path.of(args[0]).toAbsolutePath(), work, random, power);
            campaign.prepare();
            right = campaign.run(count);
        }
        System.exit(right ? 0 : 1);
    }
}
