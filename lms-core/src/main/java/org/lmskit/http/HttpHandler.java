package org.lmskit.http;

import java.io.IOException;

/** Answers requests; called by many threads at once. */
@FunctionalInterface
public interface HttpHandler {
  /**
   * Answers one request. A HEAD request is answered like its GET: the adapter sends the headers and
   * leaves the body out.
   *
   * @throws HttpException to answer with a status and one line of text
   * @throws IOException if the request's body cannot be read
   */
  HttpResponse handle(HttpRequest request) throws IOException;
}
