/**
 * Long campaigns against the packaged program, run by name and not by the ordinary build: they kill it, race it and
 * starve it, and judge the disk with eyes of their own.
 */
package io.tidemark.campaign;
