/** The benchmark: the plugin beside others that launch the same servers. Outside the default build; see CONTRIBUTING.md. */
@NullMarked
package io.github.openstackmaven.bench;

import org.jspecify.annotations.NullMarked;
