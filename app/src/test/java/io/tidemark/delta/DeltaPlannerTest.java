package io.tidemark.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tidemark.delta.DeltaDecision.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeltaPlannerTest {

    private static final List<DeltaImage> FIVE = images(5, -1);

    private static List<DeltaImage> images(int count, long clients) {
        List<DeltaImage> images = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            images.add(new DeltaImage("i" + i, 1000, clients));
        }
        return images;
    }

    private static DeltaPolicy policy(long budget, boolean chains) {
        return new DeltaPolicy(3, List.of(), 0.9, budget, chains);
    }

    private static DeltaDecision decision(DeltaPlan plan, String from, String to) {
        return plan.decisions().stream()
                .filter(each -> each.pair().equals(new DeltaPair(from, to)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void byDefaultTheLastThreeAreReachedFromAllOthersForwardAndBackward() throws Exception {
        DeltaPlan plan = new DeltaPlanner(DeltaPolicy.standard(), pair -> 100).plan(FIVE, Map.of());
        Set<String> made = plan.toMake().stream().map(each -> each.pair().to()).collect(Collectors.toSet());
        assertEquals(12, plan.toMake().size());
        assertEquals(Set.of("i2", "i3", "i4"), made);
        assertEquals(Way.DIRECT, decision(plan, "i4", "i2").way());
        assertEquals(Way.FULL, decision(plan, "i4", "i0").way());
        assertEquals(1200, plan.bytes());
        assertEquals(-1, plan.saved());
    }

    @Test
    void extrasAreMadeAndUnknownOnesDoNotCount() throws Exception {
        DeltaPolicy policy = new DeltaPolicy(
                1, List.of(new DeltaPair("i4", "i0"), new DeltaPair("gone", "i0")), 0.9, Long.MAX_VALUE, false);
        DeltaPlan plan = new DeltaPlanner(policy, pair -> 100).plan(FIVE, Map.of());
        assertEquals(5, plan.toMake().size());
        assertEquals("delta.reason.extra", decision(plan, "i4", "i0").reason().key());
    }

    @Test
    void aDeltaNearTheFullSizeIsDropped() throws Exception {
        DeltaPlan plan = new DeltaPlanner(
                        policy(Long.MAX_VALUE, false), pair -> pair.to().equals("i4") ? 900 : 899)
                .plan(FIVE, Map.of(new DeltaPair("i2", "i3"), 950L));
        assertEquals(
                "delta.reason.full.large", decision(plan, "i0", "i4").reason().key());
        assertEquals(
                "delta.reason.full.large", decision(plan, "i2", "i3").reason().key());
        assertEquals(Way.DIRECT, decision(plan, "i0", "i3").way());
    }

    @Test
    void whatIsThereIsNeitherForetoldNorMade() throws Exception {
        DeltaPair there = new DeltaPair("i0", "i4");
        DeltaPair spare = new DeltaPair("i1", "i0");
        Set<DeltaPair> asked = new HashSet<>();
        DeltaPlan plan = new DeltaPlanner(DeltaPolicy.standard(), pair -> asked.add(pair) ? 100 : -1)
                .plan(FIVE, Map.of(there, 70L, spare, 30L, new DeltaPair("gone", "i4"), 5L));
        assertEquals(11, asked.size());
        assertEquals(Way.EXISTS, decision(plan, "i0", "i4").way());
        assertEquals(
                "delta.reason.exists.spare", decision(plan, "i1", "i0").reason().key());
        assertEquals(1200, plan.bytes());
        assertEquals(1100, plan.fresh());
    }

    @Test
    void withoutCountsTheNeighboursComeFirst() throws Exception {
        DeltaPlan plan =
                new DeltaPlanner(policy(250, false), pair -> pair.from().equals("i0") ? 50 : 100).plan(FIVE, Map.of());
        assertEquals(Way.DIRECT, decision(plan, "i3", "i4").way());
        assertEquals(Way.DIRECT, decision(plan, "i4", "i3").way());
        assertEquals(Way.DIRECT, decision(plan, "i0", "i4").way());
        assertEquals(250, plan.bytes());
        assertEquals(
                "delta.reason.full.budget", decision(plan, "i2", "i4").reason().key());
    }

    @Test
    void withCountsWhatSavesMostForItsRoomComesFirst() throws Exception {
        List<DeltaImage> images = List.of(
                new DeltaImage("old", 1000, 90), new DeltaImage("last", 1000, 2), new DeltaImage("new", 1000, 0));
        DeltaPlan plan = new DeltaPlanner(policy(120, false), pair -> 100).plan(images, Map.of());
        assertEquals(Way.DIRECT, decision(plan, "old", "new").way());
        assertEquals(Way.FULL, decision(plan, "last", "new").way());
        assertEquals(90 * 900, plan.saved());
    }

    @Test
    void aChainStandsInForWhatTheBudgetDoesNotAllow() throws Exception {
        Map<DeltaPair, Long> there = Map.of(new DeltaPair("i0", "i3"), 40L);
        DeltaForecast forecast = pair -> pair.equals(new DeltaPair("i3", "i4")) ? 60 : 400;
        DeltaPlan plan = new DeltaPlanner(policy(100, true), forecast).plan(FIVE, there);
        DeltaDecision chain = decision(plan, "i0", "i4");
        assertEquals(Way.CHAIN, chain.way());
        assertEquals(List.of("i3"), chain.via());
        assertEquals(100, chain.bytes());
        assertEquals("delta.reason.chain.budget", chain.reason().key());
        assertEquals(
                Way.FULL,
                decision(new DeltaPlanner(policy(100, false), forecast).plan(FIVE, there), "i0", "i4")
                        .way());
    }

    @Test
    void noImagesAndOneImageNeedNoPlan() throws Exception {
        DeltaPlanner planner = new DeltaPlanner(DeltaPolicy.standard(), pair -> 1);
        assertEquals(List.of(), planner.plan(List.of(), Map.of()).decisions());
        assertEquals(List.of(), planner.plan(images(1, 5), Map.of()).decisions());
    }

    @Test
    void everyPlanKeepsTheRules() throws Exception {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            List<DeltaImage> images = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                images.add(new DeltaImage("i" + i, random.nextInt(1000), random.nextInt(4) - 1));
            }
            Map<DeltaPair, Long> there = new HashMap<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                there.put(new DeltaPair("i" + random.nextInt(9), "i" + random.nextInt(9)), random.nextLong(900));
            }
            DeltaPolicy policy = new DeltaPolicy(
                    random.nextInt(5),
                    List.of(new DeltaPair("i0", "i1"), new DeltaPair("i1", "i1")),
                    random.nextInt(1, 11) / 10.0,
                    random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(5000),
                    random.nextBoolean());
            DeltaPlanner planner = new DeltaPlanner(policy, pair -> Math.floorMod(pair.hashCode(), 700));
            DeltaPlan plan = planner.plan(images, there);
            assertEquals(plan, planner.plan(images, there));
            check(plan, images, policy);
        }
    }

    private static void check(DeltaPlan plan, List<DeltaImage> images, DeltaPolicy policy) {
        Map<String, Long> sizes = images.stream().collect(Collectors.toMap(DeltaImage::id, DeltaImage::size));
        Map<DeltaPair, Long> stored = new HashMap<>();
        Set<DeltaPair> seen = new HashSet<>();
        long bytes = 0;
        for (DeltaDecision each : plan.decisions()) {
            assertTrue(seen.add(each.pair())
                    && !each.pair().from().equals(each.pair().to()));
            if (each.stored()) {
                stored.put(each.pair(), each.bytes());
                bytes += each.bytes();
                assertTrue(each.bytes() < policy.share() * sizes.get(each.pair().to()));
            }
        }
        assertEquals(images.size() * (images.size() - 1), seen.size());
        assertEquals(bytes, plan.bytes());
        assertTrue(bytes <= policy.budget());
        plan.decisions().stream().filter(each -> each.way() == Way.CHAIN).forEach(each -> {
            List<String> way = new ArrayList<>(List.of(each.pair().from()));
            way.addAll(each.via());
            way.add(each.pair().to());
            long sum = 0;
            for (int i = 1; i < way.size(); i++) {
                sum += stored.get(new DeltaPair(way.get(i - 1), way.get(i)));
            }
            assertTrue(policy.chains() && !each.via().isEmpty());
            assertEquals(way.size(), new HashSet<>(way).size());
            assertEquals(sum, each.bytes());
            assertTrue(sum < policy.share() * sizes.get(each.pair().to()));
        });
    }
}
