package org.lmskit.xapi.http;

import java.io.IOException;
import org.lmskit.http.HttpResponse;
import org.lmskit.xapi.XapiException;

/** A resource of the specification. */
interface Resource {
  /** Answers a request; HEAD arrives as GET. */
  HttpResponse answer(Exchange exchange) throws IOException;

  /** The methods that it has, as a 405 lists them (RFC 9110 15.5.6). */
  String methods();

  /** Refuses a method that a resource does not have. */
  static XapiException methodNotAllowed(String method) {
    return new XapiException(405, "this resource has no method " + method);
  }
}
