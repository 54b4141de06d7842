/**
 * HTTP and JSON as the services speak them: the server, calls and answers, routes, tokens at the gate, errors, schemas.
 *
 * <p>Knows no service, and not what is on the cloud. Begin at {@link io.github.openstackmaven.simulator.web.Service} and
 * {@link io.github.openstackmaven.simulator.web.Call}; the sockets are in {@link
 * io.github.openstackmaven.simulator.web.Web}.
 */
@NullMarked
package io.github.openstackmaven.simulator.web;

import org.jspecify.annotations.NullMarked;
