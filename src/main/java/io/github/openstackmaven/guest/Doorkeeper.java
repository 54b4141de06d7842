package io.github.openstackmaven.guest;

import java.security.PublicKey;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** Lets keys in as another does, and shuts out who is refused too often. */
record Doorkeeper(PublickeyAuthenticator keys, SourcePenalties penalties)
        implements PublickeyAuthenticator, SessionListener {
    private static final AttributeKey<Boolean> ASKED = new AttributeKey<>();

    @Override
    public void sessionCreated(Session session) {
        if (penalties.shutOut()) throw new IllegalStateException("Not allowed at this time"); // MINA hangs up
        session.setAttribute(ASKED, false);
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        session.setAttribute(ASKED, true);
        return keys.authenticate(user, key, session);
    }

    @Override
    public void sessionClosed(Session session) {
        Boolean asked = session.getAttribute(ASKED);
        if (asked != null && !session.isAuthenticated()) penalties.ended(asked);
    }
}
