/**
 * The engine for repositories of this machine, put together from views and changes, with its jobs, workspace and servers.
 * Only the wiring makes one; window and command line see the interfaces.
 */
package io.tidemark.engine.local;
