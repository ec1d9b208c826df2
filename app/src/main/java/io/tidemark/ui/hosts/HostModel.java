package io.tidemark.ui.hosts;

import io.tidemark.job.JobContext;
import io.tidemark.model.Host;
import io.tidemark.model.HostDrift;
import io.tidemark.model.HostProfile;
import io.tidemark.model.HostReport;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LineDiff;
import io.tidemark.model.Operation;
import io.tidemark.model.Plan;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import io.tidemark.ui.Fleet;
import io.tidemark.ui.Latest;
import io.tidemark.ui.Subscription;
import io.tidemark.ui.Ui;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One host as its page shows it, and what can be done there. No nodes; JavaFX thread only. */
public final class HostModel {

    private final Ui ui;
    private final String name;
    private final ReadOnlyObjectWrapper<Optional<Fleet.Item>> item = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Looked> drift = new ReadOnlyObjectWrapper<>(Looked.not());
    private final List<Subscription> listening = new ArrayList<>();
    private final Latest looking;

    /** A model that has not asked yet. */
    public HostModel(Ui ui, String name) {
        this.ui = ui;
        this.name = name;
        looking = ui.bridge().latest();
    }

    /** Shows what was last found, and looks again when a job on this host ends. */
    public void open() {
        listening.add(ui.jobs().onEnded(this::ended));
        listening.add(ui.desk()
                .fleet()
                .items()
                .subscribe(items -> item.set(ui.desk().fleet().item(name)))::unsubscribe);
    }

    /** Stops listening and gives calls up. */
    public void close() {
        listening.forEach(Subscription::end);
        looking.cancel();
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** What is known of it; empty until the workspace was read, or when it knows no such host. */
    public ReadOnlyObjectProperty<Optional<Fleet.Item>> item() {
        return item.getReadOnlyProperty();
    }

    /** Its configuration beside what it should be. */
    ReadOnlyObjectProperty<Looked> drift() {
        return drift.getReadOnlyProperty();
    }

    Optional<Host> host() {
        return item.get().map(Fleet.Item::host);
    }

    Optional<HostReport> report() {
        return item.get().flatMap(Fleet.Item::report);
    }

    /** Looks at the host. */
    public void check() {
        ui.desk().fleet().check(name);
    }

    /** Compares its configuration with its profile, and works out what applying would do. */
    public void compare() {
        Looked old = drift.get();
        drift.set(new Looked(old.drift(), old.plan(), Optional.empty(), true, old.beside()));
        looking.call(
                this::look,
                drift::set,
                problem -> drift.set(
                        new Looked(Optional.empty(), Optional.empty(), Optional.of(problem), false, Map.of())));
    }

    /** Leaves a file or service to the host from now on, or looks after it again. */
    void leave(String id, boolean leave) {
        host().flatMap(Host::profile).ifPresent(profile -> {
            List<String> ignored = new ArrayList<>(profile.ignored());
            ignored.remove(id);
            if (leave) {
                ignored.add(id);
            }
            save(profile.ignoring(ignored));
        });
    }

    /** Forgets the host; nothing there is touched. */
    void forget(Runnable then) {
        ui.bridge().call(job -> remove(), done -> {
            ui.desk().fleet().refresh();
            then.run();
        });
    }

    private Looked look(JobContext job) throws ProblemException, InterruptedException {
        Host host = ui.engine().hosts().get(name);
        if (host.profile().isEmpty()) {
            return Looked.not();
        }
        HostDrift found = ui.engine().hosts().drift(name, job);
        Optional<Plan> plan = found.differing() == 0
                ? Optional.empty()
                : Optional.of(ui.engine().operations().plan(new Operation.Provision(host), job));
        return new Looked(Optional.of(found), plan, Optional.empty(), false, beside(found));
    }

    /** Worked out here, for a thread that draws has no time for it. */
    private static Map<String, List<LineDiff.Row>> beside(HostDrift found) {
        Map<String, List<LineDiff.Row>> beside = new HashMap<>();
        for (HostDrift.Item item : found.items()) {
            beside.put(
                    item.id(),
                    LineDiff.of(item.actual().orElse(""), item.desired().orElse("")));
        }
        return beside;
    }

    private void save(HostProfile profile) {
        Host changed = host().orElseThrow().with(profile);
        ui.bridge().call(job -> ui.engine().hosts().save(changed), saved -> {
            ui.desk().fleet().refresh();
            compare();
        });
    }

    private boolean remove() throws ProblemException {
        ui.engine().hosts().remove(name);
        return true;
    }

    private void ended(JobRecord job) {
        boolean here = job.plan().operation() instanceof Operation.OnHost there
                && there.host().name().equals(name);
        if (here) {
            check();
            if (drift.get().drift().isPresent()) {
                compare();
            }
        }
    }

    /**
     * What came of comparing.
     *
     * @param drift what was found, if that worked
     * @param plan what applying would do, if anything
     * @param problem why it did not work
     * @param looking whether it is under way
     * @param beside lines as they are and as they should be, by item
     */
    record Looked(
            Optional<HostDrift> drift,
            Optional<Plan> plan,
            Optional<Problem> problem,
            boolean looking,
            Map<String, List<LineDiff.Row>> beside) {

        Looked {
            beside = Map.copyOf(beside);
        }

        static Looked not() {
            return new Looked(Optional.empty(), Optional.empty(), Optional.empty(), false, Map.of());
        }

        /** What an item is, line by line beside what it should be. */
        List<LineDiff.Row> rows(HostDrift.Item item) {
            return beside.getOrDefault(item.id(), List.of());
        }
    }
}
