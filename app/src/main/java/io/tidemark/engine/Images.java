package io.tidemark.engine;

import io.tidemark.job.JobContext;
import io.tidemark.model.Phrase;
import io.tidemark.model.ProblemException;
import io.tidemark.model.ProgressSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Looks at repositories whose versions are images of one file each, or commits, and at the deltas between those; and knows the
 * working tree of the procedure by which people publish images by hand.
 */
public interface Images {

    /** In the place of what a delta starts from, for one that needs nothing. */
    String NOTHING = "nothing";

    /** Whether a repository has images at all. */
    boolean has(String dir) throws ProblemException;

    /** What the deltas of a repository lead between. */
    Between between(String dir) throws ProblemException;

    /**
     * What a repository has: images, series, and for each ordered pair of images whether a delta is there or asked for.
     * Quick; sizes of deltas that are not there are not known. Where versions are commits, series are channels, and their
     * images the commits that they published last.
     */
    Matrix matrix(String dir) throws ProblemException, InterruptedException;

    /**
     * Works out which deltas are worth having and foretells their sizes from samples; takes up to a second for each pair of
     * large images that has no delta yet.
     */
    Matrix plan(String dir, Wish wish, JobContext job) throws ProblemException, InterruptedException;

    /** The workers that are making deltas of a repository in this process; nobody when nothing runs. */
    Workers workers(String dir) throws ProblemException;

    /** Changes how many deltas are made at once; nothing happens when nothing runs. */
    void widen(String dir, int width) throws ProblemException;

    /** Compares two images block by block. */
    BlockMap compare(String dir, String from, String to, JobContext job) throws ProblemException, InterruptedException;

    /**
     * Which series the images of a directory make.
     *
     * @param kind id of the kind
     * @param images directory of images
     * @param workTree working tree whose configuration says so; by custom where it is empty or says nothing
     */
    Procedure procedure(String kind, String images, Optional<String> workTree) throws ProblemException;

    /**
     * Writes the configuration of a working tree so that it says what the images of a directory make by custom.
     *
     * @param base what every published URL begins with
     * @return the files that were written
     */
    List<String> configure(String kind, String images, String mirror, String base, String workTree)
            throws ProblemException;

    /**
     * What deltas lead between.
     */
    enum Between {
        /** There are none. */
        NOTHING(0),
        /** Images of one file each: clients fetch a whole one, a delta, or several deltas. */
        IMAGES(3),
        /** Commits: clients fetch objects one by one, or one delta. */
        COMMITS(1);

        private final int targets;

        Between(int targets) {
            this.targets = targets;
        }

        /** To how many of the newest of a series deltas lead, unless the settings of a repository say otherwise. */
        public int targets() {
            return targets;
        }
    }

    /**
     * What is to be published.
     *
     * @param series names of images by series, oldest first
     * @param extras images from which more deltas are wanted, by the image that they lead to
     */
    record Procedure(Map<String, List<String>> series, Map<String, List<String>> extras) {
        public Procedure {
            series = Map.copyOf(series);
            extras = Map.copyOf(extras);
        }
    }

    /**
     * What is wanted; what is empty is as the settings of the repository say.
     *
     * @param targets to how many of the newest images of a series deltas lead
     * @param budget bytes that all deltas may take
     * @param clients how many clients run an image, by its name
     */
    record Wish(Optional<Integer> targets, OptionalLong budget, Map<String, Long> clients) {
        public Wish {
            clients = Map.copyOf(clients);
        }

        /** As the settings say. */
        public static Wish none() {
            return new Wish(Optional.empty(), OptionalLong.empty(), Map.of());
        }
    }

    /**
     * All pairs.
     *
     * @param images oldest first
     * @param cells one for each ordered pair of images of one series, and for each delta that is there
     * @param bytes bytes of all deltas that are there or will be
     * @param fresh bytes of those that will be, 0 where they are not known
     * @param saved bytes that clients need not fetch, -1 where nobody knows how many there are
     * @param between what the images are
     */
    record Matrix(
            List<Image> images,
            Map<String, List<String>> series,
            List<Cell> cells,
            long bytes,
            long fresh,
            long saved,
            Between between) {
        public Matrix {
            images = List.copyOf(images);
            series = Map.copyOf(series);
            cells = List.copyOf(cells);
        }

        /** All pairs of images of one file each. */
        public Matrix(
                List<Image> images,
                Map<String, List<String>> series,
                List<Cell> cells,
                long bytes,
                long fresh,
                long saved) {
            this(images, series, cells, bytes, fresh, saved, Between.IMAGES);
        }
    }

    /**
     * One image.
     *
     * @param id its name; for a commit, that of the repository in which it lies, and its checksum
     * @param label the stamp in its name, for narrow places; for a commit, the version that it publishes
     * @param size bytes; for a commit, of all objects that a client fetches who has nothing
     * @param clients how many clients run it, -1 where nobody knows
     * @param version the name of the version
     */
    record Image(String id, String label, long size, long clients, String version) {

        /** An image that is a version by itself. */
        public Image(String id, String label, long size, long clients) {
            this(id, label, size, clients, id);
        }
    }

    /**
     * One ordered pair.
     *
     * @param bytes what a client fetches, -1 where it is not known yet; of a delta between commits that is not there yet, the
     *     most that it can reasonably be: the objects that the older commit has not
     * @param via images between, in order, for a chain
     * @param reason why
     * @param took milliseconds that making the delta took, where that is known
     */
    record Cell(String from, String to, Way way, long bytes, List<String> via, Phrase reason, OptionalLong took) {
        public Cell {
            via = List.copyOf(via);
        }

        /** A pair whose delta nobody made. */
        public Cell(String from, String to, Way way, long bytes, List<String> via, Phrase reason) {
            this(from, to, way, bytes, via, reason, OptionalLong.empty());
        }
    }

    /** How clients get from one image to another. */
    enum Way {
        /** A delta is there. */
        EXISTS,
        /** A delta will be made. */
        PLANNED,
        /** Several deltas one after another. */
        CHAIN,
        /** The whole image; between commits, the objects that are missing one by one. */
        FULL
    }

    /**
     * Workers of one repository.
     *
     * @param width how many may work at once, 0 when nothing runs
     * @param waiting pairs that nobody has begun, the next one first
     * @param done pairs that are finished, although clients do not see them yet
     */
    record Workers(int width, List<Worker> busy, List<Pair> waiting, List<Pair> done) {
        public Workers {
            busy = List.copyOf(busy);
            waiting = List.copyOf(waiting);
            done = List.copyOf(done);
        }

        /** Nobody works. */
        public static Workers none() {
            return new Workers(0, List.of(), List.of(), List.of());
        }
    }

    /** An ordered pair of images, by their names. */
    record Pair(String from, String to) {}

    /** One worker and the pair that it is at. */
    record Worker(int number, String from, String to, ProgressSample progress) {}

    /**
     * How two images differ.
     *
     * @param size bytes of the new image
     * @param cell bytes that one cell stands for
     * @param permille for each cell how many thousandths of it are new
     * @param changed bytes that are new
     * @param sizes what clients fetch
     * @param contents what is known of the files inside
     */
    record BlockMap(long size, long cell, List<Integer> permille, long changed, DeltaSizes sizes, Contents contents) {
        public BlockMap {
            permille = List.copyOf(permille);
        }

        /** Bytes of the delta forwards. */
        public long delta() {
            return sizes.forward();
        }
    }

    /**
     * Bytes of the deltas between two images.
     *
     * @param forward of the one that leads to the new image: it was made to know it
     * @param backward of the one that leads back, known or foretold; -1 where nobody knows
     * @param foretold whether the way back was foretold from a sample
     */
    record DeltaSizes(long forward, long backward, boolean foretold) {}

    /**
     * The files inside of two images.
     *
     * @param told how much the images tell
     * @param owners for each cell the files that lie there, or nothing where that is not known
     * @param files those that differ, the most new bytes first
     */
    record Contents(Told told, List<Owners> owners, List<ChangedFile> files) {
        public Contents {
            owners = List.copyOf(owners);
            files = List.copyOf(files);
        }

        /** Of images that tell nothing. */
        public static Contents none() {
            return new Contents(Told.NOTHING, List.of(), List.of());
        }
    }

    /** How much images tell of their files. */
    enum Told {
        /** Which file lies where. */
        PLACES,
        /** Only how large files are: the tables are packed in a way that is not read here. */
        SIZES,
        /** Nothing: no file system that can be read. */
        NOTHING
    }

    /**
     * What lies in a cell.
     *
     * @param files paths, those with most bytes first, a few of them
     * @param more how many others
     */
    record Owners(List<String> files, int more) {
        public Owners {
            files = List.copyOf(files);
        }
    }

    /**
     * A file inside of images that differs.
     *
     * @param before bytes of the file in the old image, -1 where it is not there
     * @param after bytes of it in the new image, -1 where it is not there
     * @param fresh how many of its stored bytes are new, -1 where places are not known
     * @param stored how many bytes it takes in the new image, -1 where that is not known
     * @param spans cells in which it lies, as first and last, in order
     */
    record ChangedFile(String path, long before, long after, long fresh, long stored, List<Span> spans) {
        public ChangedFile {
            spans = List.copyOf(spans);
        }

        /** A file of which only sizes are known. */
        public ChangedFile(String path, long before, long after) {
            this(path, before, after, -1, -1, List.of());
        }
    }

    /** Cells in a row, by their numbers from 0. */
    record Span(int first, int last) {}
}
