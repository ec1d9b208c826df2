package io.tidemark.ui;

import io.tidemark.engine.Engine;
import io.tidemark.engine.delta.LocalDeltas;
import io.tidemark.model.Host;
import io.tidemark.model.JobRecord;
import io.tidemark.text.Texts;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An engine without disk or network: five repositories, the jobs and comparisons of the pictures, always the evening of
 * 16 August 2022. Its parts remember what they were asked.
 */
public record SampleEngine(
        SampleOperations operations,
        SampleViews views,
        SampleJobs jobs,
        SampleWorkspaces workspaces,
        SampleServing serving,
        SampleImages images,
        SampleRecipes recipes) {

    /** The engine with its repositories and jobs. */
    public static SampleEngine full() {
        return of(SampleJobList.jobs(), SampleRepositories.NAMES);
    }

    /** The engine with many repositories, one of them under a very long name. */
    public static SampleEngine crowded() {
        return beside(SampleCrowd.NAME);
    }

    /** The engine with a repository of images beside the others. */
    public static SampleEngine withImages() {
        return beside(SamplePuavo.NAME);
    }

    /** The engine with a repository that is composed by treefiles beside the others. */
    public static SampleEngine composing() {
        return beside(SampleRecipes.NAME);
    }

    /** The engine of somebody who starts Tidemark for the first time. */
    public static SampleEngine empty() {
        return of(List.of(), List.of());
    }

    private static SampleEngine beside(String more) {
        List<String> names = new ArrayList<>(SampleRepositories.NAMES);
        names.add(1, more);
        return of(SampleJobList.jobs(), names);
    }

    private static SampleEngine of(List<JobRecord> jobs, List<String> names) {
        return new SampleEngine(
                new SampleOperations(),
                new SampleViews(),
                new SampleJobs(jobs),
                new SampleWorkspaces(names),
                new SampleServing(),
                new SampleImages(),
                new SampleRecipes());
    }

    /** What a screen is handed. */
    public Engine engine() {
        return new Engine(
                operations,
                views,
                jobs,
                workspaces,
                serving,
                new LocalDeltas(),
                images,
                recipes,
                new SampleHosts(hosts()));
    }

    private List<Host> hosts() {
        return workspaces.get().repositories().isEmpty() ? List.of() : SampleReports.hosts();
    }

    /** Texts of a language on the evening in question, with those that only the sample speaks. */
    public static Texts texts(Locale locale) {
        List<String> bundles = new ArrayList<>(Texts.BUNDLES);
        bundles.add("io.tidemark.ui.sample");
        return new Texts(locale, Clock.fixed(SampleHistory.NOW, ZoneOffset.UTC), ZoneOffset.UTC, bundles);
    }

    /** Everything a screen needs, on the calling thread, in English. */
    public Ui ui() {
        return ui(FxBridge.direct(SampleContext::new), Locale.ENGLISH);
    }

    /** Everything a screen needs over a bridge, in a language. */
    public Ui ui(FxBridge bridge, Locale locale) {
        Desk desk = new Desk(
                new Navigator(),
                new Overlay(),
                new Toasts(),
                new Look(workspaces.get().settings()),
                new Inventory(bridge, engine()),
                new Fleet(bridge, engine()),
                new Drafts(bridge, workspaces));
        return new Ui(engine(), bridge, texts(locale), new JobWatch(bridge, jobs), desk);
    }
}
