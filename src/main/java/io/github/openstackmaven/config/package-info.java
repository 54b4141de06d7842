/**
 * Where settings come from: clouds.yaml as openstacksdk reads it, variables, the POM. Out comes an immutable cloud
 * configuration.
 *
 * <p>May use no other package. Begin at {@link io.github.openstackmaven.config.CloudsLoader}.
 */
@NullMarked
package io.github.openstackmaven.config;

import org.jspecify.annotations.NullMarked;
