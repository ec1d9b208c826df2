package io.tidemark.engine.remote;

import io.tidemark.engine.Workspaces;
import io.tidemark.model.ProblemException;

/** The workspace of this console, with places on other machines written in one way only. */
record RoutedWorkspaces(Workspaces local) implements Workspaces {

    @Override
    public Workspace get() throws ProblemException {
        return local.get();
    }

    @Override
    public String add(String dir) throws ProblemException {
        return local.add(RemotePlace.isMeant(dir) ? RemotePlace.parse(dir).toString() : dir);
    }

    @Override
    public void forget(String name) throws ProblemException {
        local.forget(name);
    }

    @Override
    public void save(Settings settings) throws ProblemException {
        local.save(settings);
    }

    @Override
    public String resolve(String dir) throws ProblemException {
        return local.resolve(dir);
    }
}
