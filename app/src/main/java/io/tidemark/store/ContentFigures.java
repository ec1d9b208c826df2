package io.tidemark.store;

import io.tidemark.model.VersionFacts;

/**
 * How large a version is whose one file stands for content that lies elsewhere, as the object of a commit does: its kind says
 * so in the facts {@code content.files}, {@code content.bytes} and {@code content.new.bytes}.
 */
record ContentFigures(VersionFacts facts) {

    /** The record with those figures, where they were said. */
    VersionRecord of(VersionRecord record) {
        return record.holding(
                said("content.files", record.files()),
                said("content.bytes", record.bytes()),
                said("content.new.bytes", record.newBytes()));
    }

    private long said(String name, long otherwise) {
        String text = facts.attributes().getOrDefault(name, "");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }
}
