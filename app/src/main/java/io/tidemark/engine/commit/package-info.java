/**
 * Use cases of repositories whose versions are commits: what lies there is taken in, versions are published under refs and
 * brought back, and what is not needed goes. Each ends in one publication of the store. Called by
 * {@code engine.change}; knows such kinds by {@link io.tidemark.kind.CommitTree} only.
 */
package io.tidemark.engine.commit;
