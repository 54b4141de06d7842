package io.github.openstackmaven.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.github.openstackmaven.OpenStackException;

/**
 * A service said that all is well, in an answer that has not what it must have: no JSON, or JSON of another shape. Whether
 * what was asked for was done nobody knows; another try may be answered properly.
 */
public final class UnreadableAnswerException extends OpenStackException {
    private static final long serialVersionUID = 1L;

    /**
     * An answer that can't be read.
     *
     * @param service the service's type
     * @param problem why not, as in "it is no JSON"; nothing of the answer itself, which may hold secrets
     */
    public UnreadableAnswerException(String service, Request request, Response response, String problem) {
        super(
                "The " + service + " service's answer can't be read: " + problem + " (HTTP " + response.status() + ", "
                        + request
                        + response.requestId().map(id -> ", request id " + id).orElse("") + ")",
                "Check the catalog's endpoint, and whether a proxy or a login page is in between.");
    }

    /** Another try may be answered properly. */
    @Override
    public boolean mayPass() {
        return true;
    }

    // Jackson's own message would quote the answer.
    static String problem(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mismatch)) return "it is no JSON";
        String field = field(mismatch);
        return field.isEmpty() ? "it is no JSON object of that API" : "it has no readable '" + field + "'";
    }

    private static String field(JsonMappingException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mismatch.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.toString();
    }
}
