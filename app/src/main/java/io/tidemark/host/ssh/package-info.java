/**
 * Connections to hosts over SSH, and the only user of sshj. Host keys are judged here as OpenSSH judges them and never
 * more laxly; every step has a deadline that ends by closing the socket; remote commands are fixed {@link
 * io.tidemark.host.ssh.Verb verbs} whose arguments arrive literally. Begin with {@link io.tidemark.host.ssh.SshConnector}:
 * it needs the {@link io.tidemark.host.ssh.SshPlaces places} of a person's keys, {@link io.tidemark.host.ssh.Deadlines
 * deadlines} and somebody to {@link io.tidemark.model.Asking ask}. The rest of {@code host} and the engine may call it.
 */
package io.tidemark.host.ssh;
