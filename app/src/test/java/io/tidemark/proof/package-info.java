/** The program as people use it: whole command lines on real directories, with lying upstreams, full disks, neighbours. */
package io.tidemark.proof;
