package org.lmskit.xapi.lrs;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lmskit.model.Problem;
import org.lmskit.store.Stored;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;
import org.lmskit.xapi.lrs.StatementArchive.Imported;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads lines and stores their statements in batches, each with the place that it reaches. */
final class ArchiveReader {
  private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0);
  private static final JsonMapper JSON = new JsonMapper();
  private static final int BATCH = 200;
  private static final int MOST_PROBLEMS = 1_000;
  private static final String ATTACHMENT = "{\"attachment\":";
  private static final String REFUSED = "XAPI-ARCHIVE-001";

  /** A statement and its line. */
  private record Numbered(long line, Incoming statement) {}

  private final Realm realm;
  private final StatementIntake intake;
  private final Attachments attachments;
  private final String name;
  private final ArchiveLines lines;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Numbered> batch = new ArrayList<>();
  private final Map<String, AttachmentRecord> taken = new LinkedHashMap<>();
  private ImportRecord done;
  private long refused;

  ArchiveReader(Realm realm, Access access, String name, InputStream in) {
    this.realm = realm;
    this.intake = new StatementIntake(realm, access, true);
    this.attachments = new Attachments(realm);
    this.name = name;
    this.lines = new ArchiveLines(in);
    this.done = ImportRecord.start(name);
  }

  Imported read(Consumer<Imported> progress) {
    done = realm.read(
        reader -> reader.find(ImportRecord.KIND, name).map(Stored::value).orElse(done));
    lines.skip(done.lines());
    for (String line = lines.next(); line != null; line = lines.next()) {
      take(line);
      if (batch.size() == BATCH) {
        store();
        progress.accept(result());
      }
    }
    store();
    return result();
  }

  private Imported result() {
    return new Imported(
        done.lines(), done.statements(), done.attachments(), done.refused(), problems);
  }

  private void take(String line) {
    long number = lines.taken();
    try {
      if (line.startsWith(ATTACHMENT)) {
        takeAttachment(line);
      } else if (!line.isBlank()) {
        READER.read(line).statementsOrThrow().forEach(one -> batch.add(new Numbered(number, one)));
      }
    } catch (XapiException e) {
      refuse(number, e);
    }
  }

  private void takeAttachment(String line) {
    JsonNode header = header(line).path("attachment");
    String sha2 = Attachments.normal(header.path("sha2").asString(""));
    String contentType = header.path("contentType").asString("application/octet-stream");
    try {
      AttachmentPart part = new AttachmentPart(sha2, contentType, lines.bytes());
      taken.put(sha2, attachments.put(sha2, part));
    } finally {
      lines.skipBytes();
    }
  }

  private static JsonNode header(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw new XapiException(400, "not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private void store() {
    try {
      commit(batch, lines.taken());
    } catch (XapiException e) {
      for (Numbered one : List.copyOf(batch)) {
        storeAlone(one);
      }
      commit(List.of(), lines.taken());
    }
    batch.clear();
  }

  private void storeAlone(Numbered one) {
    try {
      commit(List.of(one), one.line());
    } catch (XapiException e) {
      refuse(one.line(), e);
    }
  }

  private void commit(List<Numbered> some, long upTo) {
    StatementIntake.Prepared prepared =
        intake.prepare(some.stream().map(Numbered::statement).toList(), known(some));
    List<String> came = prepared.attachments().values().stream()
        .map(AttachmentRecord::sha2)
        .filter(taken::containsKey)
        .toList();
    ImportRecord next = done.with(Math.max(upTo, done.lines()), some.size(), came.size(), refused);
    done = realm.write(tx -> {
      intake.write(tx, prepared);
      var old = tx.find(ImportRecord.KIND, name);
      if (old.isPresent()) {
        tx.update(old.get(), next);
      } else {
        tx.insert(ImportRecord.KIND, next);
      }
      return next;
    });
    // what a refused statement brought waits for the next that needs it
    taken.keySet().removeAll(came);
    refused = 0;
  }

  /** The attachments that came with the archive or are here. */
  private Map<String, AttachmentRecord> known(List<Numbered> some) {
    Map<String, AttachmentRecord> known = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Numbered one : some) {
      for (var attachment : StatementIntake.attachmentsOf(one.statement().statement())) {
        String sha2 = Attachments.normal(attachment.sha2());
        AttachmentRecord here = taken.get(sha2);
        if (here == null) {
          missing.add(sha2);
        } else {
          known.put(sha2, here);
        }
      }
    }
    if (!missing.isEmpty()) {
      realm
          .read(reader -> reader.findAll(AttachmentRecord.KIND, missing))
          .forEach(found -> known.put(found.id(), found.value()));
    }
    return known;
  }

  private void refuse(long line, XapiException e) {
    refused++;
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(Problem.error(REFUSED, "line " + line, String.valueOf(e.getMessage())));
    }
  }
}
