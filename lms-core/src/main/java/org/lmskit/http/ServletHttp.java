package org.lmskit.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Runs handlers in a Jakarta Servlet container, 6.0 or later. */
public final class ServletHttp {
  private ServletHttp() {}

  /** A servlet; what it is mapped to, such as {@code /xapi/*}, is the base. */
  public static HttpServlet servlet(HttpHandler handler) {
    return new HandlerServlet(handler);
  }

  /**
   * Answers one request inside a servlet or filter of the host; 404 if its path is not below the
   * base.
   *
   * @param base the path at which the handler is mounted, as in the address: empty or {@code /xapi}
   * @throws IOException if the client went away, or the body could not be read
   */
  public static void serve(
      HttpHandler handler, String base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(answer(handler, base, request), request, response);
  }

  private static HttpResponse answer(HttpHandler handler, String base, HttpServletRequest request)
      throws IOException {
    try {
      return handler.handle(request(base, request));
    } catch (HttpException e) {
      return e.toResponse();
    }
  }

  private static HttpRequest request(String base, HttpServletRequest request) throws IOException {
    return new HttpRequest(
        request.getMethod().toUpperCase(Locale.ROOT),
        base,
        HttpRequest.pathBelow(base, request.getRequestURI()),
        HttpQuery.parse(request.getQueryString()),
        headers(request),
        request.getInputStream(),
        new HttpConnection(request.isSecure(), request.getRemoteAddr()));
  }

  private static HttpHeaders headers(HttpServletRequest request) {
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : Collections.list(request.getHeaderNames())) {
      fields.put(name, Collections.list(request.getHeaders(name)));
    }
    return HttpHeaders.received(fields);
  }

  private static void send(
      HttpResponse answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    answer
        .headers()
        .fields()
        .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    if (answer.isBodyless()) {
      return;
    }
    answer.body().length().ifPresent(response::setContentLengthLong);
    if (!request.getMethod().equals("HEAD")) {
      answer.body().writeTo(response.getOutputStream());
    }
  }

  private static final class HandlerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HttpHandler handler;

    HandlerServlet(HttpHandler handler) {
      this.handler = handler;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      serve(handler, request.getContextPath() + request.getServletPath(), request, response);
    }
  }
}
