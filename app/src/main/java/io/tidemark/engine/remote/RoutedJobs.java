package io.tidemark.engine.remote;

import io.tidemark.engine.Jobs;
import io.tidemark.model.JobRecord;
import io.tidemark.model.LogLine;
import io.tidemark.model.Plan;
import io.tidemark.model.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs of this machine and of those on which repositories of the workspace lie. Safe for all threads. */
final class RoutedJobs implements Jobs {

    private final Jobs local;
    private final Machines machines;

    RoutedJobs(Jobs local, Machines machines) {
        this.local = local;
        this.machines = machines;
    }

    @Override
    public JobRecord start(Plan plan) throws ProblemException {
        Optional<Machines.Far> far = machines.far(plan.operation().dir());
        return far.isPresent()
                ? Uninterrupted.call(() -> far.get().machine().jobs().start(plan))
                : local.start(plan);
    }

    @Override
    public List<JobRecord> list() throws ProblemException {
        Map<FarMachine, List<String>> places = new LinkedHashMap<>();
        for (Machines.Far far : machines.places()) {
            places.computeIfAbsent(far.machine(), fresh -> new ArrayList<>())
                    .add(far.place().toString());
        }
        machines.met().forEach(machine -> places.putIfAbsent(machine, List.of()));
        List<JobRecord> all = new ArrayList<>(local.list());
        places.forEach((machine, dirs) -> all.addAll(machine.jobs().list(dirs)));
        all.sort(Comparator.comparing(JobRecord::queued).reversed());
        return all;
    }

    @Override
    public List<JobRecord> of(String dir) throws ProblemException {
        Optional<Machines.Far> far = machines.far(dir);
        return far.isPresent() ? far.get().machine().jobs().of(far.get().place().toString()) : local.of(dir);
    }

    @Override
    public JobRecord get(String id) throws ProblemException {
        Optional<FarMachine> far = machine(id);
        return far.isPresent() ? far.get().jobs().look(id) : anywhere(id);
    }

    @Override
    public List<LogLine> log(String id, long after) throws ProblemException {
        Optional<FarMachine> far = machine(id);
        return far.isPresent() ? far.get().jobs().log(id, after) : local.log(id, after);
    }

    @Override
    public JobRecord await(String id) throws ProblemException, InterruptedException {
        Optional<FarMachine> far = machine(id);
        return far.isPresent() ? far.get().jobs().await(id) : local.await(id);
    }

    @Override
    public void cancel(String id) throws ProblemException {
        Optional<FarMachine> far = machine(id);
        if (far.isPresent()) {
            far.get().jobs().cancel(id);
        } else {
            local.cancel(id);
        }
    }

    @Override
    public void pause(String id) throws ProblemException {
        Optional<FarMachine> far = machine(id);
        if (far.isPresent()) {
            far.get().jobs().pause(id);
        } else {
            local.pause(id);
        }
    }

    @Override
    public JobRecord resume(String id) throws ProblemException {
        Optional<FarMachine> far = machine(id);
        return far.isPresent() ? Uninterrupted.call(() -> far.get().jobs().resume(id)) : local.resume(id);
    }

    @Override
    public void clearEnded() throws ProblemException {
        local.clearEnded();
        for (Machines.Far far : machines.places()) {
            far.machine().jobs().forgetEnded(far.place().toString());
        }
    }

    private Optional<FarMachine> machine(String id) {
        return machines.met().stream()
                .filter(machine -> machine.jobs().find(id).isPresent())
                .findFirst();
    }

    /** A job that nobody has seen yet may be one of any machine of the workspace. */
    private JobRecord anywhere(String id) throws ProblemException {
        try {
            return local.get(id);
        } catch (ProblemException unknown) {
            for (Machines.Far far : machines.places()) {
                far.machine().jobs().of(far.place().toString());
            }
            return machine(id).flatMap(machine -> machine.jobs().find(id)).orElseThrow(() -> unknown);
        }
    }
}
