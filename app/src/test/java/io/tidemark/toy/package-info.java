/** A sixth kind for a test: nothing outside this package knows it but the line that lists it. */
package io.tidemark.toy;
