/**
 * The one way to talk to a cloud: deadlines, retries, re-authentication, request ids, TLS, proxies.
 *
 * <p>May use {@code config}. Begin at {@link io.github.openstackmaven.http.ServiceClient}; the policy of retries is in
 * {@link io.github.openstackmaven.http.RetryPolicy}.
 */
@NullMarked
package io.github.openstackmaven.http;

import org.jspecify.annotations.NullMarked;
