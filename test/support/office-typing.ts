import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Words that a person looks for, and what is typed there; a line end is the Enter key. */
export interface Typed {
  readonly at: string;
  readonly text: string;
  /** Whether the words are selected first, as a click on a control does; else the cursor stands behind their first letter. */
  readonly replaces: boolean;
}

/** A Word file opened by LibreOffice, typed in as by a person at a keyboard, and saved as Word. */
export function typeInOffice(bytes: Uint8Array, typed: readonly Typed[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'cops-frappe-'));
  try {
    const profile = `-env:UserInstallation=file://${folder}/profil`;
    // A new profile is set up first: it would put its own library in place of ours.
    spawnSync('soffice', [profile, '--headless', '--terminate_after_init'], { timeout: 60_000 });
    const basic = join(folder, 'profil', 'user', 'basic', 'Standard');
    mkdirSync(basic, { recursive: true });
    writeFileSync(join(folder, 'avant.docx'), bytes);
    writeFileSync(join(basic, 'Module1.xba'), formatModule(folder, typed));
    writeFileSync(join(basic, 'script.xlb'), LIBRARY);
    writeFileSync(join(basic, '..', 'script.xlc'), LIBRARIES);
    const ran = spawnSync('soffice', [profile, '--headless', 'macro:///Standard.Module1.Main'], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    const path = join(folder, 'apres.docx');
    if (!existsSync(path)) throw new Error(`soffice: ${ran.stdout}${ran.stderr}`);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function formatModule(folder: string, typed: readonly Typed[]): string {
  const calls = typed.map(({ at, text, replaces }) => {
    const [first = '', ...more] = text.split('\n');
    return [
      `  GoToWords(doc, "${at}", ${replaces ? 'True' : 'False'})`,
      `  PutWords(doc, "${first}")`,
      ...more.flatMap((line) => ['  SendKey(doc, ".uno:InsertPara")', `  PutWords(doc, "${line}")`]),
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub SendKey(doc, command)
  Dim none()
  createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(doc.CurrentController.Frame, command, "", 0, none())
End Sub
Sub PutWords(doc, words)
  Dim p(0) As New com.sun.star.beans.PropertyValue
  p(0).Name = "Text" : p(0).Value = words
  createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch(doc.CurrentController.Frame, ".uno:InsertText", "", 0, p())
End Sub
Sub GoToWords(doc, words, replaces)
  s = doc.createSearchDescriptor()
  s.SearchString = words
  r = doc.findFirst(s)
  doc.CurrentController.ViewCursor.gotoRange(r.Start, False)
  If replaces Then doc.CurrentController.ViewCursor.gotoRange(r.End, True) Else SendKey(doc, ".uno:GoRight")
End Sub
Sub Main
  Dim a(0) As New com.sun.star.beans.PropertyValue
  a(0).Name = "Hidden" : a(0).Value = True
  doc = StarDesktop.loadComponentFromURL("file://${folder}/avant.docx", "_blank", 0, a())
${calls.join('\n')}
  Dim b(0) As New com.sun.star.beans.PropertyValue
  b(0).Name = "FilterName" : b(0).Value = "MS Word 2007 XML"
  doc.storeToURL("file://${folder}/apres.docx", b())
  doc.close(True)
End Sub
</script:module>
`;
}

const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`;

const LIBRARIES = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
`;
