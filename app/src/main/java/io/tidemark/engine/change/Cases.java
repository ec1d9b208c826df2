package io.tidemark.engine.change;

import io.tidemark.engine.image.ImageWork;
import io.tidemark.engine.repository.Neighbours;
import io.tidemark.engine.repository.Recognisers;
import io.tidemark.engine.repository.Repositories;
import io.tidemark.engine.repository.Surveyor;
import io.tidemark.model.Operation;
import io.tidemark.model.Problem;
import io.tidemark.model.ProblemException;
import java.util.Optional;

/** Finds the class that carries an operation out. */
final class Cases {

    private final Repositories repositories;
    private final Neighbours neighbours;
    private final Register register;
    private final Makings makings;
    private final WriterGate writers;
    private final ImageWork images;

    Cases(Repositories repositories, Neighbours neighbours, Register register, ImageWork images) {
        this.images = images;
        this.repositories = repositories;
        this.neighbours = neighbours;
        this.register = register;
        this.makings = new Makings(
                new Surveyor(repositories.ground().sources()),
                new SurveyMemory(),
                repositories.ground().clock());
        this.writers = new WriterGate(neighbours);
    }

    /** The operations that make a repository where there is none. */
    Optional<Founding> founding(Operation operation) {
        return switch (operation) {
            case Operation.Init o -> Optional.of(new InitCase(o, repositories, register));
            case Operation.Adopt o ->
                Optional.of(new AdoptCase(
                        o, repositories, new Recognisers(repositories.ground().kinds()), neighbours, register));
            case Operation.GiveBack o -> Optional.empty();
            case Operation.Seal o -> Optional.empty();
            case Operation.ShareCopies o -> Optional.empty();
            case Operation.Update o -> Optional.empty();
            case Operation.Sync o -> Optional.empty();
            case Operation.Snapshot o -> Optional.empty();
            case Operation.Promote o -> Optional.empty();
            case Operation.Rollback o -> Optional.empty();
            case Operation.Release o -> Optional.empty();
            case Operation.Pin o -> Optional.empty();
            case Operation.Unpin o -> Optional.empty();
            case Operation.Verify o -> Optional.empty();
            case Operation.Prune o -> Optional.empty();
            case Operation.Configure o -> Optional.empty();
            case Operation.MakeDeltas o -> Optional.empty();
            case Operation.OnHost o -> Optional.empty();
        };
    }

    /**
     * The operations on an existing repository.
     *
     * @param agreed whether a plan of it was shown and now runs
     */
    UseCase of(Operation operation, boolean agreed) throws ProblemException {
        if (concernsImages(operation)) {
            return new ImageCase(operation, repositories, images);
        }
        return concernsCommits(operation) ? ofCommits(operation, agreed) : ofTrees(operation, agreed);
    }

    /** Where versions are commits, what moves a channel or removes a version concerns objects that they share. */
    private boolean concernsCommits(Operation operation) throws ProblemException {
        boolean concerned = operation instanceof Operation.Update
                || operation instanceof Operation.Promote
                || operation instanceof Operation.Rollback
                || operation instanceof Operation.Verify
                || operation instanceof Operation.Prune
                || operation instanceof Operation.MakeDeltas
                || operation instanceof Operation.Sync;
        return concerned && repositories.open(operation.dir()).kind().commits().isPresent();
    }

    private UseCase ofCommits(Operation operation, boolean agreed) throws ProblemException {
        if (operation instanceof Operation.Sync) {
            throw new ProblemException(Problem.of("commit.sync", Problem.Category.USAGE, "object", operation.dir()));
        }
        if (operation instanceof Operation.Update update) {
            return new CommitUpdateCase(
                    update, repositories, new Surveyor(repositories.ground().sources()));
        }
        if (operation instanceof Operation.MakeDeltas deltas) {
            return new CommitDeltaCase(deltas, repositories, images);
        }
        boolean moves = operation instanceof Operation.Promote || operation instanceof Operation.Rollback;
        return moves
                ? new CommitCase(operation, repositories)
                : new CommitCareCase(operation, repositories, ofTrees(operation, agreed));
    }

    /** Where versions are images of one file each, what moves a channel publishes. */
    private boolean concernsImages(Operation operation) throws ProblemException {
        boolean moves = operation instanceof Operation.Update
                || operation instanceof Operation.Promote
                || operation instanceof Operation.Rollback
                || operation instanceof Operation.MakeDeltas;
        return moves && repositories.open(operation.dir()).kind().images().isPresent();
    }

    private UseCase ofTrees(Operation operation, boolean agreed) throws ProblemException {
        return switch (operation) {
            case Operation.GiveBack o -> new GiveBackCase(o, repositories);
            case Operation.Seal o -> new SealCase(o, repositories);
            case Operation.ShareCopies o -> new ShareCase(o, repositories, writers);
            case Operation.Update o -> new UpdateCase(o, agreed, repositories, makings, writers);
            case Operation.Sync o -> new SyncCase(o, agreed, repositories, makings, writers);
            case Operation.Snapshot o -> new SnapshotCase(o, repositories, writers);
            case Operation.Promote o -> new PromoteCase(o, repositories);
            case Operation.Rollback o -> new RollbackCase(o, repositories);
            case Operation.Release o -> new ReleaseCase(o, repositories);
            case Operation.Pin o -> new PinCase(o, repositories);
            case Operation.Unpin o -> new PinCase(o, repositories);
            case Operation.Verify o -> new VerifyCase(o, repositories);
            case Operation.Prune o -> new PruneCase(o, repositories);
            case Operation.Configure o -> new ConfigureCase(o, repositories);
            case Operation.MakeDeltas o ->
                throw new ProblemException(Problem.of(
                        "image.kind",
                        Problem.Category.USAGE,
                        "object",
                        o.dir(),
                        "kind",
                        repositories.open(o.dir()).config().kind()));
            case Operation.Init o -> throw new IllegalArgumentException("makes a repository: " + o);
            case Operation.OnHost o -> throw new IllegalArgumentException("concerns a host: " + o);
            case Operation.Adopt o -> throw new IllegalArgumentException("makes a repository: " + o);
        };
    }
}
