package io.tidemark.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the architecture tests leave alone, so that an exception to a rule of the house stands in the code
 * where a reviewer sees it, and not in a list beside the tests. Nested classes carry a mark of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ExemptFromHouseRules {

    /** Why the rule cannot be kept here. */
    String because();
}
