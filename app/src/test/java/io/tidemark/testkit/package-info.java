/** What tests of every package share: conditions on the machine that a test runs on. Only tests may use it. */
package io.tidemark.testkit;
