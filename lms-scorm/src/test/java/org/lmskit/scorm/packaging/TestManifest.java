package org.lmskit.scorm.packaging;

/** Manifests of the tests: clean ones, whose text a test then spoils. */
final class TestManifest {
  static final String PAGE = "<html><body>Hello</body></html>";

  private TestManifest() {}

  static String scorm12(String items, String resources) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest identifier="M1" version="1.0"
            xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
          <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
          <organizations default="ORG1">
            <organization identifier="ORG1">
              <title>Course</title>
        %s
            </organization>
          </organizations>
          <resources>
        %s
          </resources>
        </manifest>
        """.formatted(items, resources);
  }

  static String scorm12() {
    return scorm12(item(""), resource12("index.html"));
  }

  static String scorm2004(String items, String resources) {
    return scorm2004("2004 4th Edition", items, resources);
  }

  static String scorm2004(String version, String items, String resources) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <manifest identifier="M1" version="1.0"
            xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
            xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
            xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
            xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
          <metadata><schema>ADL SCORM</schema><schemaversion>%s</schemaversion></metadata>
          <organizations default="ORG1">
            <organization identifier="ORG1">
              <title>Course</title>
        %s
            </organization>
          </organizations>
          <resources>
        %s
          </resources>
        </manifest>
        """.formatted(version, items, resources);
  }

  static String scorm2004() {
    return scorm2004(item(""), resource2004("index.html"));
  }

  static String item(String inner) {
    return "<item identifier=\"I1\" identifierref=\"R1\"><title>Lesson</title>" + inner + "</item>";
  }

  static String resource12(String href) {
    return "<resource identifier=\"R1\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"" + href
        + "\"/>";
  }

  static String resource2004(String href) {
    return "<resource identifier=\"R1\" type=\"webcontent\" adlcp:scormType=\"sco\" href=\"" + href
        + "\"/>";
  }

  /** A package of this manifest and an index.html. */
  static TestZip zip(String manifest) {
    return new TestZip().file("imsmanifest.xml", manifest).file("index.html", PAGE);
  }
}
