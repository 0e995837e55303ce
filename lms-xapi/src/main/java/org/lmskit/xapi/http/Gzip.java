package org.lmskit.xapi.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.lmskit.http.HttpBody;
import org.lmskit.http.HttpHeaders;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.xapi.XapiException;

/** Unpacks requests and packs responses (RFC 9110 8.4, 12.5.3). */
final class Gzip {
  private static final int WORTH_IT = 1_024;

  private Gzip() {}

  /** The request with its body unpacked; a coding other than gzip is refused. */
  static HttpRequest unpacked(HttpRequest request) throws IOException {
    String coding =
        request.header("Content-Encoding").orElse("identity").strip().toLowerCase(Locale.ROOT);
    if (coding.equals("identity") || coding.isEmpty()) return request;
    if (!coding.equals("gzip") && !coding.equals("x-gzip")) {
      throw XapiException.badRequest(
          "Content-Encoding " + coding + " is not understood: send gzip or none");
    }
    java.util.TreeMap<String, java.util.List<String>> fields =
        new java.util.TreeMap<>(request.headers().fields());
    fields.keySet().removeIf(name -> name.equalsIgnoreCase("Content-Length"));
    return new HttpRequest(
        request.method(),
        request.base(),
        request.path(),
        request.query(),
        new HttpHeaders(fields),
        open(request.body()),
        request.connection());
  }

  private static InputStream open(InputStream packed) throws IOException {
    try {
      return new BufferedInputStream(new Unpacked(new GZIPInputStream(packed)));
    } catch (ZipException | EOFException e) {
      throw notGzip(e);
    }
  }

  private static XapiException notGzip(IOException e) {
    return new XapiException(400, "the body is not gzip: " + e.getMessage(), e);
  }

  /** Says that the request is broken, whoever reads it: a content store would take it for its own failure. */
  private static final class Unpacked extends FilterInputStream {
    Unpacked(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (ZipException | EOFException e) {
        throw notGzip(e);
      }
    }
  }

  /** The response packed, if the sender can read that and it is worth it. */
  static HttpResponse packed(HttpRequest request, HttpResponse response) {
    HttpResponse varied = response.withHeader("Vary", "Accept-Encoding, Accept-Language, Origin");
    if (!isWorthIt(response) || !accepts(request)) return varied;
    HttpBody body = HttpBody.streaming(out -> {
      GZIPOutputStream gzip = new GZIPOutputStream(out, 8_192);
      response.body().writeTo(gzip);
      gzip.finish();
    });
    return new HttpResponse(
        response.status(), varied.headers().with("Content-Encoding", "gzip"), body);
  }

  private static boolean isWorthIt(HttpResponse response) {
    String type = response.headers().first("Content-Type").orElse("");
    return type.startsWith("application/json")
        && response.body().length().orElse(WORTH_IT) >= WORTH_IT;
  }

  private static boolean accepts(HttpRequest request) {
    for (String value : request.headers().all("Accept-Encoding")) {
      for (String coding : value.toLowerCase(Locale.ROOT).split(",")) {
        String compact = coding.replaceAll("\\s", "");
        if (compact.equals("gzip")) return true;
        if (compact.startsWith("gzip;q=")) return !compact.matches("gzip;q=0(\\.0*)?");
      }
    }
    return false;
  }
}
