/**
 * The kind for any directory tree: software, antivirus data, whatever lies beside the packages. Upstream signs nothing, so
 * it is looked at before and after the fetch, and what moved meanwhile is not sealed. Reached only through
 * {@link io.tidemark.kind.RepositoryKind}.
 */
package io.tidemark.kind.tree;
