/**
 * Looks at mirror hosts: what they are, whether they serve, and what lies there. A few fixed scripts gather everything on the
 * host in one go; what they say is hostile until read, and becomes findings. Changes nothing there. The engine calls it.
 */
package io.tidemark.host.check;
