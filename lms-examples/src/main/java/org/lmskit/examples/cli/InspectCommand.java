package org.lmskit.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lmskit.examples.play.NamedFile;
import org.lmskit.model.Problem;
import org.lmskit.scorm.packaging.PackageInspection;
import org.lmskit.scorm.packaging.PackageOptions;
import org.lmskit.scorm.packaging.PackageStandard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says of each file what it is and whether it can be imported. */
@Command(
    name = "inspect",
    description = "Reads packages as an import does, prints a JSON object for each on one line;"
        + " exit 0 if all are accepted, else 1.")
public final class InspectCommand implements Callable<Integer> {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static final Problem UNREADABLE =
      Problem.error("UNREADABLE", "", "The file cannot be read. Check its path and its rights.");
  private static final Problem FOLDER =
      Problem.error("UNREADABLE", "", "This is a folder. Name the ZIP file of the package.");

  @Spec
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "ZIP files of packages.")
  private List<String> files;

  @Override
  public Integer call() throws IOException {
    boolean accepted = true;
    for (String file : Utf8Arguments.of(files)) {
      accepted &= inspect(file);
    }
    return accepted ? 0 : 1;
  }

  private boolean inspect(String file) throws IOException {
    PackageInspection inspection = inspection(file);
    PrintWriter out = spec.commandLine().getOut();
    out.print(json(file, inspection) + "\n");
    if (out.checkError()) {
      throw new IOException("the answer cannot be written");
    }
    return inspection.accepted();
  }

  private PackageInspection inspection(String name) {
    try {
      Path file = NamedFile.of(name);
      if (Files.isDirectory(file)) {
        return refused(FOLDER, name + " is a folder, not a ZIP file");
      }
      if (Files.isRegularFile(file)) {
        return PackageInspection.of(file, PackageOptions.DEFAULT);
      }
      return refused(UNREADABLE, "cannot read " + name);
    } catch (UncheckedIOException | InvalidPathException e) {
      return refused(UNREADABLE, "cannot read " + name);
    }
  }

  private PackageInspection refused(Problem problem, String line) {
    spec.commandLine().getErr().println(line.replaceAll("\\R", " "));
    return new PackageInspection(null, null, "", 0, 0, List.of(problem));
  }

  private static String json(String file, PackageInspection inspection) {
    PackageStandard standard = inspection.standard();
    ObjectNode json = MAPPER.createObjectNode().put("file", file);
    json.put("standard", standard == null ? null : standard.title());
    json.put("version", inspection.version()).put("edition", inspection.edition());
    json.put("accepted", inspection.accepted());
    json.put("organizations", inspection.organizations()).put("items", inspection.items());
    json.put("resources", inspection.resources()).put("launch", inspection.launch());
    ArrayNode problems = json.putArray("problems");
    for (Problem problem : inspection.problems()) {
      problems
          .addObject()
          .put("severity", problem.severity().name())
          .put("code", problem.code())
          .put("location", problem.location())
          .put("message", problem.message());
    }
    return MAPPER.writeValueAsString(json);
  }
}
