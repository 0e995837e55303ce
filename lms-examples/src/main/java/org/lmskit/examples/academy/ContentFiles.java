package org.lmskit.examples.academy;

import io.javalin.http.Context;
import org.lmskit.catalog.Unit;
import org.lmskit.content.Blob;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpFile;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.learning.Attempt;
import org.lmskit.model.AttemptId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;

/** Gives out the file of a unit; whoever knows the attempt's id, which cannot be guessed, gets it. */
final class ContentFiles implements HttpHandler {
  static final String MOUNT = "/files";

  private final Academy academy;
  private final Courses courses;

  ContentFiles(Academy academy) {
    this.academy = academy;
    this.courses = new Courses(academy);
  }

  /** Where the file of an attempt's unit is: on the content's origin. */
  static String address(Context context, Attempt attempt) {
    return Security.contentOrigin(context.header("Host")) + MOUNT + "/content/" + attempt.id();
  }

  @Override
  public HttpResponse handle(HttpRequest request) {
    Attempt attempt = attempt(request.path().replaceFirst("^/content/", ""));
    Unit unit = courses.unit(attempt);
    if (unit.content().files().isEmpty()) {
      throw new HttpException(404, "no file here");
    }
    Sha256 hash = unit.content().files().get(0);
    Blob file = academy
        .content()
        .find(TenantId.DEFAULT, hash)
        .orElseThrow(() -> new HttpException(404, "the file is gone"));
    String type = unit.content().settings().getOrDefault("mediaType", "application/octet-stream");
    return new HttpFile(
            type,
            file.size(),
            hash.hex(),
            (from, length) -> academy.content().open(file, from, length))
        .answer(request)
        .withHeader("X-Content-Type-Options", "nosniff");
  }

  private Attempt attempt(String id) {
    try {
      return academy
          .lms()
          .attempts()
          .find(new AttemptId(id))
          .orElseThrow(() -> NotFoundException.of("attempt", new AttemptId(id)));
    } catch (NotFoundException | IllegalArgumentException e) {
      throw new HttpException(404, "nothing here");
    }
  }
}
