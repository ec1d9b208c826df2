/**
 * Copies of repositories on hosts: what lies there, bringing versions there, and moving channels there. Speaks to hosts by
 * the verbs of {@code host.ssh} alone; the rules of the disk hold there as they do here. Called by the engine's use cases
 * on hosts.
 */
package io.tidemark.host.publish;
