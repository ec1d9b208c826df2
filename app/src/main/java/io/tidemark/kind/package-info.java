/**
 * The small interface behind which every kind of repository stands, and the records that cross it. Kinds live in
 * packages of their own below this one, do not know each other, and are handed to the engine as a list. They never
 * write to a repository: they say what is wanted, check bytes as they pass, and read trees that are handed to them.
 */
package io.tidemark.kind;
