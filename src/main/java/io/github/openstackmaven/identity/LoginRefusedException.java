package io.github.openstackmaven.identity;

import io.github.openstackmaven.OpenStackException;

/** Keystone refused a login. That is final: clouds lock out who tries again and again. */
public final class LoginRefusedException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    LoginRefusedException(String message, String advice) {
        super(message, advice);
    }
}
