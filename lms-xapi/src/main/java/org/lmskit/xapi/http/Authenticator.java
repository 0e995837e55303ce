package org.lmskit.xapi.http;

import java.util.Optional;
import org.lmskit.http.HttpRequest;

/** The host's say in who sends requests; called by many threads at once, before the body is read. */
@FunctionalInterface
public interface Authenticator {
  /** Who sent the request; empty if that is not known, which is answered with 401. */
  Optional<Caller> authenticate(HttpRequest request);
}
