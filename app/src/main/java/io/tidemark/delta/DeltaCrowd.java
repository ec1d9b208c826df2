package io.tidemark.delta;

import java.util.List;

/** The images of a plan and the clients that run them. */
record DeltaCrowd(List<DeltaImage> images) {

    DeltaCrowd {
        images = List.copyOf(images);
    }

    /** Whether it is known of any image how many clients run it. */
    boolean known() {
        return images.stream().anyMatch(image -> image.clients() >= 0);
    }

    /** Clients of an image; where nobody knows, as many as of the others on average. */
    private double weight(int image) {
        long clients = images.get(image).clients();
        return clients >= 0
                ? clients
                : images.stream()
                        .mapToLong(DeltaImage::clients)
                        .filter(count -> count >= 0)
                        .average()
                        .orElse(1);
    }

    /** Bytes that clients save for each byte on the disk. */
    double use(DeltaCandidate delta) {
        double saved = images.get(delta.to()).size() - delta.bytes();
        return weight(delta.from()) * saved / Math.max(1, delta.bytes());
    }

    /** 0 for the step to the newest image, 1 for the step back, 2 for all others. */
    int distance(DeltaCandidate delta) {
        int newest = images.size() - 1;
        if (delta.to() == newest && delta.from() == newest - 1) {
            return 0;
        }
        return delta.from() == newest && delta.to() == newest - 1 ? 1 : 2;
    }

    /** Bytes that all clients together save on their way to the newest image, -1 where nobody knows how many there are. */
    long saved(List<DeltaDecision> decisions) {
        if (!known()) {
            return -1;
        }
        DeltaImage newest = images.getLast();
        double saved = 0;
        for (DeltaDecision each : decisions) {
            if (each.pair().to().equals(newest.id())) {
                saved += weight(place(each.pair().from())) * (newest.size() - each.bytes());
            }
        }
        return Math.round(saved);
    }

    /** The pair of the images at two places. */
    DeltaPair pair(int from, int to) {
        return new DeltaPair(images.get(from).id(), images.get(to).id());
    }

    /** Place of an image in the list, -1 if there is none of this name. */
    int place(String id) {
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
