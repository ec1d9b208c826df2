package io.tidemark.engine.remote;

import io.tidemark.engine.Recipes;
import io.tidemark.engine.Workspaces;
import io.tidemark.model.ProblemException;
import java.util.List;

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
    public List<Draft> drafts() throws ProblemException {
        return local.drafts();
    }

    @Override
    public void keepDraft(String repository, Recipes.Seen seen, String text) throws ProblemException {
        local.keepDraft(repository, seen, text);
    }

    @Override
    public void dropDraft(String repository, String role) throws ProblemException {
        local.dropDraft(repository, role);
    }

    @Override
    public String resolve(String dir) throws ProblemException {
        return local.resolve(dir);
    }
}
