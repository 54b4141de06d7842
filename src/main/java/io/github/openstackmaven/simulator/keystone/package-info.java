/**
 * Keystone: users, projects, logins, tokens, the catalog, and the OpenID provider that it trusts.
 *
 * <p>May use {@code web}, and {@code state}'s ids of projects. Begin at {@link
 * io.github.openstackmaven.simulator.keystone.IdentityService}; who there is is in {@link
 * io.github.openstackmaven.simulator.keystone.IdentityContents}.
 */
@NullMarked
package io.github.openstackmaven.simulator.keystone;

import org.jspecify.annotations.NullMarked;
