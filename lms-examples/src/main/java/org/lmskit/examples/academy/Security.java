package org.lmskit.examples.academy;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;

/** What keeps other sites out: headers on every page, and no form that another site sends. */
final class Security {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
          + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private Security() {}

  static void check(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
    context.header("Cache-Control", "no-store");
    if (context.method().name().equals("POST") && !isOwn(context)) {
      throw new ForbiddenResponse("this form was sent by another site");
    }
  }

  private static boolean isOwn(Context context) {
    String origin = context.header("Origin");
    return origin == null || origin.equals("http://" + context.header("Host"));
  }
}
