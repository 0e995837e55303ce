package org.lmskit.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs handlers in a Jakarta Servlet container, 6.0 or later. */
public final class ServletHttp {
  private static final Logger LOG = LoggerFactory.getLogger(ServletHttp.class);

  /**
   * The attribute of a request that holds what its handler threw, for a host that then rolls his transaction back.
   */
  public static final String FAILURE = "org.lmskit.http.failure";

  private static final long MOST_PASSED_OVER = 1 << 20;

  private ServletHttp() {}

  /** A servlet; what it is mapped to, such as {@code /xapi/*}, is the base. */
  public static HttpServlet servlet(HttpHandler handler) {
    return new HandlerServlet(handler);
  }

  /**
   * Answers one request inside a servlet or filter of the host; 404 if its path is not below the
   * base, 500 without a word of what failed if the handler throws; what it threw is then
   * the attribute {@link #FAILURE} of the request.
   *
   * @param base the path at which the handler is mounted, as in the address: empty or {@code /xapi}
   * @throws IOException if the answer could not be sent, or breaks off
   */
  public static void serve(
      HttpHandler handler, String base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpResponse answer = answer(handler, base, request);
    long left = unread(request);
    if (left > MOST_PASSED_OVER && answer.status() >= 400) {
      response.setHeader("Connection", "close");
    }
    send(answer, request, response);
    if (left > 0 && left <= MOST_PASSED_OVER) {
      response.flushBuffer();
      passOver(request.getInputStream());
    }
  }

  private static void passOver(InputStream rest) {
    try {
      rest.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.debug("Nothing more to pass over: the handler closed the body, or the client is gone", e);
    }
  }

  /**
   * The length of a body that the handler did not read to its end, else 0. Left alone, a container cuts
   * such a connection behind the answer, when the client may be sending its next request already.
   */
  private static long unread(HttpServletRequest request) throws IOException {
    boolean isRead = request.getInputStream().isFinished() || request.getHeader("Expect") != null;
    return isRead ? 0 : Math.max(0, request.getContentLengthLong());
  }

  private static HttpResponse answer(HttpHandler handler, String base, HttpServletRequest request) {
    try {
      return handler.handle(request(base, request));
    } catch (HttpException e) {
      return e.toResponse();
    } catch (IOException | RuntimeException e) {
      return failed(request, e);
    }
  }

  /** Left to itself a container shows what failed, with its stack trace, as some do if its own attribute names it. */
  private static HttpResponse failed(HttpServletRequest request, Exception failure) {
    LOG.error("A request failed: {}", request.getMethod(), failure);
    request.setAttribute(FAILURE, failure);
    return HttpResponse.text(500, "internal error");
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
    Map<String, List<String>> ofHost = fields(response);
    head(answer, response);
    if (answer.isBodyless() || request.getMethod().equals("HEAD")) {
      return;
    }
    try {
      answer.body().writeTo(response.getOutputStream());
    } catch (IOException | RuntimeException e) {
      if (response.isCommitted()) {
        throw e;
      }
      HttpResponse failed = failed(request, e);
      response.reset();
      add(ofHost, response);
      head(failed, response);
      failed.body().writeTo(response.getOutputStream());
    }
  }

  private static void head(HttpResponse answer, HttpServletResponse response) {
    response.setStatus(answer.status());
    add(answer.headers().fields(), response);
    if (!answer.isBodyless()) {
      answer.body().length().ifPresent(response::setContentLengthLong);
    }
  }

  private static Map<String, List<String>> fields(HttpServletResponse response) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    response.getHeaderNames().forEach(n -> fields.put(n, List.copyOf(response.getHeaders(n))));
    return fields;
  }

  private static void add(Map<String, List<String>> fields, HttpServletResponse response) {
    fields.forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
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
