/**
 * The texts that versions are composed of: read, checked, compared and saved for repositories on this machine. What they mean
 * is their kind's affair ({@link io.tidemark.kind.RecipeReader}), what is written goes through the store. Called through
 * {@link io.tidemark.engine.Recipes}.
 */
package io.tidemark.engine.recipe;
