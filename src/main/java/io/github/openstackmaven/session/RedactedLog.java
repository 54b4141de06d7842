package io.github.openstackmaven.session;

import io.github.openstackmaven.config.Redaction;
import org.apache.maven.plugin.logging.Log;

/**
 * Maven's log, which is told no secret and nothing that a terminal would heed.
 *
 * @param prefix in front of each message
 */
public record RedactedLog(Log log, Redaction redaction, String prefix) implements Log {

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(told(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(told(content), told(error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(told(error));
    }

    @Override
    public void info(CharSequence content) {
        log.info(told(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(told(content), told(error));
    }

    @Override
    public void info(Throwable error) {
        log.info(told(error));
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(told(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(told(content), told(error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(told(error));
    }

    @Override
    public void error(CharSequence content) {
        log.error(told(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(told(content), told(error));
    }

    @Override
    public void error(Throwable error) {
        log.error(told(error));
    }

    private String told(CharSequence content) {
        return redaction.told(prefix + content);
    }

    private Throwable told(Throwable error) {
        return RedactedException.of(error, redaction);
    }
}
