package org.lmskit.scorm;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.ContentStore;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;

/** An engine with SCORM on a fixed day, and packages that tests write themselves. */
public final class ScormEngine {
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  public static final Instant NOW = TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC);
  public static final CourseId FIRE_SAFETY = new CourseId("fire-safety");
  public static final UnitId U1 = new UnitId("u1");
  public static final LearnerId ANN = new LearnerId("ann");
  private static final String MANIFEST = """
      <manifest identifier="M1" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
        <organizations default="O"><organization identifier="O"><title>First aid</title>
          <item identifier="I1" identifierref="R1"><title>Wounds</title></item>
        </organization></organizations>
        <resources>
          <resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="a.html"/>
        </resources>
      </manifest>
      """;

  final Store store;
  final ContentStore content;
  final Lms lms;
  final Scorm scorm;

  ScormEngine() {
    this(new InMemoryStore(), new InMemoryContentStore(Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  ScormEngine(Store store, ContentStore content) {
    this.store = store;
    this.content = content;
    this.lms = Lms.on(store, content)
        .module(Scorm.MODULE)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .build();
    this.scorm = Scorm.of(lms);
  }

  /** A package of one SCO whose page says this; beside it files of these names. */
  public static Path zip(Path folder, String page, String... others) {
    Map<String, String> files = new TreeMap<>(Map.of("imsmanifest.xml", MANIFEST, "a.html", page));
    for (String other : others) {
      files.put(other, other);
    }
    Path zip = folder.resolve("package" + page.hashCode() + ".zip");
    try (OutputStream bytes = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zip;
  }

  public static Course course(ScormPackage content) {
    return Course.of("fire-safety", "Fire safety").unit("u1", "First aid", content.content());
  }

  void call(Launch launch, long sequence, String... setValues) {
    List<ApiCall> calls = new java.util.ArrayList<>(List.of(new ApiCall("LMSInitialize", "")));
    for (int i = 0; i < setValues.length; i += 2) {
      calls.add(new ApiCall("LMSSetValue", setValues[i], setValues[i + 1]));
    }
    calls.add(new ApiCall("LMSFinish", ""));
    scorm.call(launch.id(), sequence, calls);
  }
}
