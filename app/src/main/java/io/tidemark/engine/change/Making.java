package io.tidemark.engine.change;

import io.tidemark.engine.repository.Base;
import io.tidemark.engine.repository.Opened;
import io.tidemark.engine.repository.Terms;
import io.tidemark.kind.Survey;

/**
 * What a new version is made of.
 *
 * @param terms on which upstream was asked
 * @param version its name
 * @param named whether a person chose the name
 * @param requests what asking upstream cost
 */
record Making(Opened repository, Base base, Terms terms, Survey survey, String version, boolean named, long requests) {

    /** Whether upstream still promises what the base holds. */
    boolean unchanged() {
        return base.holds(survey.fingerprint());
    }

    /** The same after another look. */
    Making with(Survey newer, String name) {
        return new Making(repository, base, terms, newer, name, named, requests);
    }
}
