/** The rules of the house, held by tests: who may use whom, and how large things may grow. Each rule says its reason. */
package io.tidemark.house;
