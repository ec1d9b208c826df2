/**
 * The services of the engine over a stream, for repositories on another machine: a protocol of JSON records, the side that
 * attends there, and the side that calls here and sends each call to where its repository lies. The wiring puts both together;
 * window and command line see the same interfaces as for repositories of this machine.
 */
package io.tidemark.engine.remote;
