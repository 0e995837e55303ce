package org.lmskit.examples.academy;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;

/**
 * What keeps content and other sites out of Academy's pages. Pages and player are served to one name
 * of this machine and the content of packages to another, so that a browser takes them for two
 * origins: scripts in a package reach neither pages nor cookies. Forms of other sites are refused,
 * and so are other host names, which a page elsewhere could point at this machine.
 */
final class Security {
  private static final String PAGES = "127.0.0.1";
  private static final String CONTENT = "localhost";

  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
          + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; frame-src ";
  private static final String PLAYER_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
          + "frame-src http: https:; frame-ancestors 'none'; base-uri 'none'";

  private Security() {}

  /** Checks every request of a page and puts the headers on its answer. */
  static void guardPages(RoutesConfig routes) {
    routes.before(context -> {
      context.header(
          "Content-Security-Policy", PAGE_POLICY + contentOrigin(context.header("Host")));
      context.header("X-Content-Type-Options", "nosniff");
      context.header("Referrer-Policy", "same-origin");
      context.header("Cache-Control", "no-store");
      check(context);
    });
  }

  private static void check(Context context) {
    String host = host(context.header("Host"));
    boolean reads = context.method().name().equals("GET");
    if (name(host).equals(CONTENT) && reads) {
      context.redirect("http://" + PAGES + port(host) + context.path(), HttpStatus.FOUND);
      context.skipRemainingHandlers();
    } else if (!name(host).equals(PAGES) || !reads && !isOwn(context.header("Origin"), host)) {
      throw new ForbiddenResponse("a form of another site, or another name of this machine");
    }
  }

  /** The origin of content for a request to the player's server. */
  static String contentOrigin(HttpRequest request) {
    return contentOrigin(request.header("Host").orElse(null));
  }

  /** The origin of the pages for a request to the player's server, under either name. */
  static String playerOrigin(HttpRequest request) {
    return "http://" + PAGES + port(host(request.header("Host").orElse(null)));
  }

  /** The origin of content for a request with this Host header. */
  static String contentOrigin(String host) {
    return "http://" + CONTENT + port(host(host));
  }

  /** The player's server, which gives out content under the one name and all else under the other. */
  static HttpHandler guard(HttpHandler player) {
    return request -> answer(player, request);
  }

  private static HttpResponse answer(HttpHandler player, HttpRequest request) throws IOException {
    String host = host(request.header("Host").orElse(null));
    boolean isContent = request.path().startsWith("/content/");
    boolean isFrame = request.path().startsWith("/player/");
    if (name(host).equals(CONTENT) && (isContent || isFrame)) {
      return framed(player.handle(request), request);
    }
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    boolean isSent = reads || isOwn(request.header("Origin").orElse(null), host);
    if (!name(host).equals(PAGES) || isContent || !isSent) {
      throw new HttpException(403, "not under this name");
    }
    return player.handle(request).withHeader("Content-Security-Policy", PLAYER_POLICY);
  }

  /** Content that says nothing itself of who may frame it may be framed by Academy's pages. */
  private static HttpResponse framed(HttpResponse content, HttpRequest request) {
    return content.headers().first("Content-Security-Policy").isPresent()
        ? content
        : content.withHeader(
            "Content-Security-Policy", "frame-ancestors 'self' " + playerOrigin(request));
  }

  private static boolean isOwn(String origin, String host) {
    return origin == null || origin.equals("http://" + host);
  }

  private static String host(String header) {
    return header == null ? "" : header;
  }

  private static String name(String host) {
    return host.replaceFirst(":\\d+$", "");
  }

  private static String port(String host) {
    return host.substring(name(host).length());
  }
}
