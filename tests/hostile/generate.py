#!/usr/bin/env python3
"""Writes the hostile collection: one line for each document that a hostile or broken server may send.

A line of manifest.tsv has, with tabs between:

    name  shape  outcome  first  last  what it is  the document

The outcome is "ok" or the errc that decode_xml gives; its offset lies from `first` to `last`. In the
document \\n \\r \\t \\\\ \\xHH are bytes, and \\{N|text} is text N times. Below, the faulty part of a
document is between ⟦these⟧; an empty part is a position, mostly the end of the input.

usage: generate.py            write manifest.tsv beside this file
       generate.py --check    end with an error if it is another
"""
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
RUN = re.compile("\ue000(\\d+)\ue001([^\ue002]*)\ue002")

cases = []


def times(count, text):
    return f"\ue000{count}\ue001{text}\ue002"


def utf8(text):
    """Characters as the bytes they are sent in; one character of the script is one byte."""
    return text.encode().decode("latin-1")


def case(name, what, outcome, document, shape="stop"):
    expanded = RUN.sub(lambda m: int(m[1]) * m[2], document)
    first = expanded.find("⟦")
    expanded = expanded.replace("⟦", "", 1)
    past = expanded.find("⟧")
    expanded = expanded.replace("⟧", "", 1)
    if outcome == "ok":
        assert first == past == -1, name
        first = last = 0
    else:
        assert 0 <= first <= past <= len(expanded), name
        last = max(first, past - 1)
    plain = document.replace("⟦", "").replace("⟧", "")
    cases.append((name, shape, outcome, first, last, what, escaped(plain)))


def escaped(text):
    out = ""
    for c in text:
        if c == "\ue000":
            out += "\\{"
        elif c == "\ue001":
            out += "|"
        elif c == "\ue002":
            out += "}"
        elif c in "\\\n\r\t":
            out += {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}[c]
        elif " " <= c <= "~" and c not in "|{}":
            out += c
        else:
            assert ord(c) < 256, hex(ord(c))
            out += f"\\x{ord(c):02X}"
    return out


def root(text):
    return f"<StopInstancesResponse>{text}</StopInstancesResponse>"


def items(text):
    return root(f"<instancesSet>{text}</instancesSet>")


def code(text):
    return items(f"<item><currentState><code>{text}</code></currentState></item>")


def name(text):
    return items(f"<item><currentState><name>{text}</name></currentState></item>")


def unknown(text):
    """In an unknown member, whose bytes are checked nevertheless."""
    return root(f"<unheardOf>{text}</unheardOf>")


def truncations():
    whole = {
        "declaration": '<?xml version="1.0" encoding="UTF-8"?>',
        "mark": "\xef\xbb\xbf",
        "comment": "<!-- a - b -->",
        "instruction": "<?target data?>",
        "start_tag": "<StopInstancesResponse xmlns='x' a=\"&lt;&#65;\">",
        "end_tag": "</instancesSet >",
        "text": "a\xc3\xa9&amp;",
        "decimal": "&#8364;",
        "hexadecimal": "&#x20AC;",
        "section": "<![CDATA[x]]>",
        "empty_tag": "<requestId a='' />",
        "two_bytes": "\xc3\xa9",
        "three_bytes": "\xe2\x82\xac",
        "four_bytes": "\xf0\x9f\x98\x80",
    }
    before = {"declaration": "", "mark": "", "comment": "", "instruction": "", "start_tag": "",
              "empty_tag": "<StopInstancesResponse>", "end_tag": "<StopInstancesResponse><instancesSet>"}
    for kind, text in whole.items():
        lead = before.get(kind, "<StopInstancesResponse><requestId>")
        for size in range(1, len(text) + 1):
            outcome = "unexpected_end"
            cut = text[:size]
            if kind == "mark" and size == 3:
                outcome = "not_a_document"
            case(f"cut_{kind}_{size}", f"the input ends {size} bytes into a {kind}", outcome,
                 f"{lead}{cut}⟦⟧")
    case("cut_prologue", "nothing but a declaration, a comment and space", "unexpected_end",
         "<?xml version='1.0'?>\n<!-- -->\n⟦⟧")
    case("cut_after_item", "a list that the input ends in, after a whole item", "unexpected_end",
         "<StopInstancesResponse><instancesSet><item><instanceId>i-1</instanceId></item>⟦⟧")
    case("cut_after_list", "the input ends after the list, before the root does", "unexpected_end",
         "<StopInstancesResponse><instancesSet><item/></instancesSet>⟦⟧")
    case("cut_in_error", "an error document that is cut off", "unexpected_end",
         "<Response><Errors><Error><Code>A</Code></Error></Errors>⟦⟧")


def documents_of_another_kind():
    case("empty", "no bytes at all", "not_a_document", "⟦⟧")
    case("space", "nothing but white space", "not_a_document", " \r\n\t⟦⟧")
    case("mark_alone", "a byte order mark and white space", "not_a_document", "\xef\xbb\xbf \n⟦⟧")
    case("plain_text", "what a proxy says", "not_a_document", "⟦upstream connect error⟧")
    case("html", "a page of a load balancer", "not_a_document", "⟦<html>⟧<body>502</body></html>")
    case("html_doctype", "an HTML page with its DOCTYPE", "not_a_document",
         "⟦<!DOCTYPE html>⟧<html></html>")
    case("json", "JSON where XML is due", "not_a_document", '⟦{⟧"StoppingInstances":[]}')
    case("nul_first", "a NUL before the document", "not_a_document", "⟦\0⟧" + root(""))
    case("other_root", "the reply of another operation", "wrong_root",
         "<⟦StartInstancesResponse⟧/>")
    case("request_as_root", "the operation without Response", "wrong_root", "<⟦StopInstances⟧/>")
    case("longer_root", "a root whose name goes on", "wrong_root",
         "<⟦StopInstancesResponses⟧></StopInstancesResponses>")
    case("case_of_root", "a root in lower case", "wrong_root", "<⟦stopinstancesresponse⟧/>")
    case("two_roots", "two whole replies", "trailing_data", root("") + "⟦<StopInstancesResponse/>⟧")
    case("trailing_text", "text after the root", "trailing_data", root("") + "\n⟦x⟧")
    case("trailing_nul", "a NUL after the root", "trailing_data", root("") + "⟦\0⟧")
    case("trailing_section", "CDATA after the root", "trailing_data", root("") + "⟦<![CDATA[]]>⟧")
    case("trailing_end_tag", "one end tag too many", "trailing_data",
         root("") + "⟦</StopInstancesResponse>⟧")
    case("trailing_comment", "a comment after the root", "ok", root("") + "\n<!-- --> <?p?>\n")
    case("trailing_bad_comment", "a broken comment after the root", "bad_markup",
         root("") + "<!-- ⟦-- ⟧-->")
    case("no_error_in_it", "an error document without an error", "service_error",
         "⟦<Response>⟧<Errors/></Response>")
    case("no_errors", "an error document without errors", "wrong_root",
         "<⟦Response⟧><RequestID>r</RequestID></Response>")
    case("exception", "an exception of a front end", "service_error",
         "⟦<AccessDeniedException>⟧<Message>no</Message></AccessDeniedException>")
    case("exception_empty", "an empty exception", "service_error",
         "⟦<ServiceUnavailableException/>⟧")
    case("service_error", "an error of the service", "service_error",
         "⟦<Response>⟧<Errors><Error><Code>A</Code></Error></Errors></Response>")
    case("error_and_cut_tag", "an error document whose end tag is wrong", "mismatched_tag",
         "<Response><Errors><Error><Code>A</Code></Error></Error⟦>⟧</Response>")


def tags():
    case("mismatch", "the end tag of another element", "mismatched_tag",
         items("<item></⟦other⟧>"))
    case("mismatch_case", "an end tag in another case", "mismatched_tag", items("<item></⟦Item⟧>"))
    case("mismatch_shorter", "an end tag that is shorter", "mismatched_tag", items("<item></it⟦>⟧"))
    case("mismatch_longer", "an end tag that goes on", "mismatched_tag", items("<item></item⟦s⟧>"))
    case("mismatch_prefix", "an end tag without the prefix", "mismatched_tag",
         "<a:StopInstancesResponse></⟦StopInstancesResponse⟧>")
    case("mismatch_unknown", "wrong end tags where no member is known", "mismatched_tag",
         unknown("<a><b></⟦a⟧></b>"))
    case("overlap", "elements that overlap", "mismatched_tag",
         items("<item><currentState><code>1</code></⟦item⟧></currentState>"))
    case("end_of_nothing", "an end tag before any start tag", "bad_markup",
         "<⟦/⟧StopInstancesResponse>")
    case("no_name", "a tag without a name", "bad_markup", unknown("<⟦>⟧</>"))
    case("end_without_name", "an end tag without a name", "bad_markup", unknown("<a></⟦>⟧"))
    case("name_of_digit", "a name that begins with a digit", "bad_markup", unknown("<⟦1⟧a/>"))
    case("name_of_hyphen", "a name that begins with a hyphen", "bad_markup", unknown("<⟦-⟧a/>"))
    case("name_of_times", "a name that begins with U+00D7, which is no letter", "bad_markup",
         unknown(f"<⟦{utf8(chr(0xD7))}⟧a/>"))
    case("space_before_name", "white space before a name", "bad_markup", unknown("<⟦ ⟧a/>"))
    case("space_in_end", "white space before an end tag's name", "bad_markup",
         unknown("<a></⟦ ⟧a>"))
    case("space_after_end_name", "white space after an end tag's name", "ok",
         unknown("<a></a \t\r\n>"))
    case("slash_space", "white space between / and >", "bad_markup", unknown("<a /⟦ ⟧>"))
    case("end_with_attribute", "an attribute in an end tag", "bad_markup",
         unknown("<a></a ⟦b⟧=''>"))
    case("attribute_bare", "an attribute without a value", "bad_markup", unknown("<a b⟦/⟧>"))
    case("attribute_unquoted", "a value without quotes", "bad_markup", unknown("<a b=⟦c⟧/>"))
    case("attribute_quotes", "a value whose quotes differ", "bad_markup",
         unknown("<a b='c\">⟦<⟧d/>"))
    case("attribute_close", "attributes without white space between", "bad_markup",
         unknown("<a b=''⟦c⟧=''/>"))
    case("attribute_less_than", "a < in a value", "bad_markup", unknown("<a b='⟦<⟧'/>"))
    case("attribute_twice", "an attribute twice", "duplicate_attribute",
         unknown("<a ⟦b='1' b='2'⟧/>"))
    case("attribute_twice_late", "an attribute twice, among many", "duplicate_attribute",
         unknown("<a ⟦" + " ".join(f"a{i}=''" for i in range(40)) + " a7=''⟧/>"))
    case("attribute_root_twice", "an attribute of the root twice", "duplicate_attribute",
         "<StopInstancesResponse ⟦xmlns='a' xmlns='a'⟧/>")
    case("attribute_item_twice", "an attribute of an item twice", "duplicate_attribute",
         items("<item ⟦a='' a=''⟧/>"))
    case("attribute_case", "attributes that differ by case", "ok", unknown("<a b='' B=''/>"))
    case("attribute_greater_than", "a > in a value, which ends no tag", "ok",
         items("<item a='>'><instanceId b=\"/>\">i-1</instanceId></item>"))
    case("less_than_alone", "a < in text", "bad_markup", name("a <⟦ ⟧b"))
    case("less_than_equals", "a < in text, and no space", "bad_markup", name("a<⟦=⟧b"))
    case("section_end_in_text", "]]> in text", "bad_markup", name("a]]⟦>⟧b"))
    case("section_end_in_unknown", "]]> in text of no member", "bad_markup", unknown("]]⟦>⟧"))
    case("section_end_by_reference", "]]&gt; in text", "ok", name("]]&gt;"))
    case("stray_text", "text between elements", "ok", items("a<item>b</item>c"))
    case("declaration_late", "a declaration that is not first", "bad_markup",
         " <?⟦xml⟧ version='1.0'?>" + root(""))
    case("declaration_inside", "a declaration inside", "bad_markup",
         unknown("<?⟦xml⟧ version='1.0'?>"))
    case("bang", "a declaration of nothing", "bad_markup", unknown("<!⟦>⟧"))
    case("entity_declaration", "an entity declared inside", "bad_markup",
         unknown("<!⟦E⟧NTITY a 'b'>"))


def references():
    bad = {
        "nbsp": ("&⟦nbsp⟧;", "an entity of HTML"),
        "upper": ("&⟦LT⟧;", "an entity in upper case"),
        "empty": ("&⟦;⟧", "a reference to nothing"),
        "space": ("&⟦ ⟧", "an ampersand alone"),
        "open": ("&lt⟦<⟧b/>", "an entity that does not end"),
        "space_inside": ("&lt⟦ ⟧;", "white space in a reference"),
        "longer": ("&amp⟦e⟧;", "an entity whose name goes on"),
        "two": ("&⟦&⟧amp;", "two ampersands"),
        "custom": ("&⟦lol9⟧;", "an entity that a DTD would declare"),
        "parameter": ("&⟦%⟧a;", "a parameter entity"),
        "decimal_empty": ("&#⟦;⟧", "a number without digits"),
        "hex_empty": ("&#x⟦;⟧", "a hexadecimal number without digits"),
        "hex_upper": ("&#⟦X41⟧;", "an X in upper case"),
        "hex_in_decimal": ("&#⟦4A⟧;", "a hexadecimal digit in a decimal number"),
        "sign": ("&#⟦-⟧65;", "a number with a sign"),
        "plus": ("&#⟦+⟧65;", "a number with a plus"),
        "nul": ("&#⟦0⟧;", "NUL by reference"),
        "control": ("&#⟦8⟧;", "a control character by reference"),
        "vertical_tab": ("&#x⟦B⟧;", "a vertical tab by reference"),
        "surrogate": ("&#x⟦D800⟧;", "a surrogate by reference"),
        "surrogate_pair": ("&#x⟦D83D⟧;&#xDE00;", "a pair of surrogates by reference"),
        "fffe": ("&#x⟦FFFE⟧;", "U+FFFE by reference"),
        "ffff": ("&#x⟦FFFF⟧;", "U+FFFF by reference"),
        "past_end": ("&#x⟦110000⟧;", "past U+10FFFF"),
        "past_32_bits": ("&#⟦4294967361⟧;", "an A to who counts in 32 bits"),
        "past_64_bits": ("&#⟦18446744073709551681⟧;", "an A to who counts in 64 bits"),
        "many_digits": ("&#⟦" + times(10000, "9") + "⟧;", "ten thousand digits"),
        "not_utf8": ("&#6⟦\xff⟧;", "a byte of no character in it"),
    }
    for key, (text, what) in bad.items():
        case(f"reference_{key}", what + ", in a member", "bad_reference", name(text))
        case(f"reference_{key}_unknown", what + ", in no member", "bad_reference", unknown(text))
        if "<" not in text:
            case(f"reference_{key}_attribute", what + ", in an attribute", "bad_reference",
                 items(f"<item a='{text}'/>"))
    case("reference_zeros", "a number of many zeros", "ok", name(f"&#{times(10000, '0')}65;"))
    case("reference_last", "the last character", "ok", name("&#x10FFFF;&#1114111;"))
    case("reference_in_code", "a code by reference", "ok", code("&#54;&#x34;"))
    case("reference_makes_no_tag", "a tag by references is text", "ok",
         name("&lt;/name&gt;&#60;b/&#62;"))
    case("reference_once", "what a reference leaves is no reference", "ok", name("&amp;lt;&#38;#38;"))
    case("reference_in_name", "a reference in a tag's name", "bad_markup", unknown("<a⟦&⟧amp;/>"))
    case("reference_outside", "a reference before the root", "bad_markup",
         "<!-- -->⟦&⟧lt;" + root(""))
    case("references_many", "two hundred thousand references", "ok",
         name(times(200000, "&lt;")))


def sections_comments_instructions():
    case("section", "a section in a member", "ok", name("<![CDATA[stopping]]>"))
    case("section_in_code", "a code in a section", "ok", code("<![CDATA[64]]>"))
    case("section_nested", "a section in a section", "bad_markup",
         name("<![CDATA[<![CDATA[x]]>]]⟦>⟧"))
    case("section_lower", "a section in lower case", "bad_markup", name("<![⟦c⟧data[x]]>"))
    case("section_space", "a section with a space", "bad_markup", name("<![CDATA⟦ ⟧[x]]>"))
    case("section_control", "a control character in a section", "bad_character",
         name("<![CDATA[⟦\x01⟧]]>"))
    case("section_reference", "no reference in a section", "ok", name("<![CDATA[&nope;&#0;]]>"))
    case("section_open", "a section that does not end", "unexpected_end",
         name("<![CDATA[x]]") + "⟦⟧")
    case("section_brackets", "a section of brackets", "ok", name("<![CDATA[]]]]]]>"))
    case("section_before_root", "a section before the root", "bad_markup",
         "<!-- --><!⟦[⟧CDATA[x]]>" + root(""))
    case("section_conditional", "a section of a DTD", "bad_markup", unknown("<![⟦I⟧NCLUDE[x]]>"))
    case("comment_in_code", "a comment in a code", "ok", code("6<!-- 5 -->4"))
    case("comment_hyphens", "two hyphens in a comment", "bad_markup", unknown("<!-- a --⟦ ⟧-->"))
    case("comment_three_hyphens", "a comment that ends with three hyphens", "bad_markup",
         unknown("<!-- a --⟦->⟧"))
    case("comment_open", "a comment that does not end", "unexpected_end", unknown("<!-- ") + "⟦⟧")
    case("comment_short", "<!-->, which is no comment", "unexpected_end",
         items("<!-->") + "⟦⟧")
    case("comment_control", "a control character in a comment", "bad_character",
         unknown("<!-- ⟦\x02⟧ -->"))
    case("comment_not_utf8", "a byte of no character in a comment", "not_utf8",
         unknown("<!-- ⟦\xff⟧ -->"))
    case("comment_hides_nothing", "an item in a comment is none", "ok",
         items("<!-- <item><x></item> -->"))
    case("comment_huge", "a comment of a megabyte", "ok", root(f"<!--{times(1000000, 'x')}-->"))
    case("comments_many", "a hundred thousand comments", "ok", root(times(100000, "<!---->")))
    case("comments_in_text", "ten thousand comments in one text", "ok",
         name("a" + times(10000, "<!-- -->b")))
    case("instruction", "instructions everywhere", "ok", "<?a?>" + code("6<?b c?>4") + "<?d?>")
    case("instruction_xml", "an instruction called XML", "bad_markup", unknown("<?⟦XML⟧ a?>"))
    case("instruction_empty", "an instruction without a name", "bad_markup", unknown("<?⟦?⟧>"))
    case("instruction_space", "an instruction after a space", "bad_markup", unknown("<?⟦ ⟧a?>"))
    case("instruction_open", "an instruction that does not end", "unexpected_end",
         unknown("<?a >") + "⟦⟧")
    case("instruction_control", "a control character in an instruction", "bad_character",
         unknown("<?a ⟦\x03⟧?>"))
    case("instruction_php", "a script", "ok", unknown("<?php system('ls') ?>"))


def doctypes():
    lol = "".join(f"<!ENTITY l{i} \"{10 * f'&l{i - 1};'}\">" for i in range(1, 10))
    kinds = {
        "plain": "<!DOCTYPE StopInstancesResponse>",
        "system": "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>",
        "public": "<!DOCTYPE a PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'http://example.com/'>",
        "external_entity": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///dev/random'>]>",
        "parameter_entity": "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://example.com/'> %b;]>",
        "laughs": f"<!DOCTYPE a [<!ENTITY l0 'lol'>{lol}]>",
        "quadratic": f"<!DOCTYPE a [<!ENTITY b '{times(100000, 'x')}'>]>",
        "recursive": "<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]>",
        "default_attribute": "<!DOCTYPE a [<!ATTLIST code x CDATA '64'>]>",
        "open": "<!DOCTYPE",
        "deep": f"<!DOCTYPE a [{times(100000, '[')}",
    }
    for key, text in kinds.items():
        case(f"doctype_{key}", f"a DOCTYPE, {key.replace('_', ' ')}", "doctype",
             f"<?xml version='1.0'?>⟦{text}⟧" + name("&l9;"))
    case("doctype_inside", "a DOCTYPE inside the root", "doctype", unknown("⟦<!DOCTYPE a>⟧"))
    case("doctype_after", "a DOCTYPE after the root", "doctype", root("") + "⟦<!DOCTYPE a>⟧")
    case("doctype_in_item", "a DOCTYPE in an item", "doctype", items("<item>⟦<!DOCTYPE a>⟧</item>"))


def sizes():
    nest = lambda depth, inside="": times(depth, "<a>") + inside + times(depth, "</a>")
    case("depth_256", "256 levels, the deepest there may be", "ok", root(nest(255)))
    case("depth_257", "257 levels", "too_deep", root(times(255, "<a>") + "⟦<a>⟧" + times(256, "</a>")))
    case("depth_257_empty", "257 levels, the last an empty tag", "too_deep",
         root(times(255, "<a>") + "⟦<a/>⟧" + times(255, "</a>")))
    case("depth_100000", "a hundred thousand levels", "too_deep",
         root(times(255, "<a>") + "⟦<a>⟧" + times(100000, "<a>")))
    branches = lambda n: times(n, "<branches><item>") + "{}" + times(n, "</item></branches>")
    tree = lambda text: f"<PutTreeResponse>{text}</PutTreeResponse>"
    case("depth_256_shape", "256 levels of a recursive shape", "ok",
         tree(branches(127).format("<name>x</name>")), "tree")
    case("depth_257_shape", "257 levels of a recursive shape", "too_deep",
         tree(branches(127).format("<branches>⟦<item>⟧</item></branches>")), "tree")
    case("depth_257_inner", "257 levels of a structure in itself", "too_deep",
         tree(times(255, "<inner>") + "⟦<inner>⟧</inner>" + times(255, "</inner>")), "tree")
    case("depth_256_inner", "256 levels of a structure in itself", "ok",
         tree(times(255, "<inner>") + times(255, "</inner>")), "tree")
    case("name_huge", "a name of a megabyte", "ok",
         root(f"<{times(1000000, 'a')}></{times(1000000, 'a')}>"))
    case("name_huge_differs", "a name of a megabyte that ends otherwise", "mismatched_tag",
         root(f"<{times(1000000, 'a')}b></{times(1000000, 'a')}⟦c⟧>"))
    case("value_huge", "a value of a megabyte", "ok", name(times(1000000, "x")))
    case("value_huge_bad", "a control character after a megabyte", "bad_character",
         name(times(1000000, "x") + "⟦\x01⟧"))
    case("value_huge_reference", "a reference after a megabyte", "ok",
         name(times(1000000, "x") + "&amp;"))
    case("attribute_huge", "an attribute of a megabyte", "ok",
         items(f"<item a='{times(1000000, 'x')}'/>"))
    case("attributes_many", "five thousand attributes", "ok",
         items("<item" + "".join(f" a{i}=''" for i in range(5000)) + "/>"))
    case("attribute_huge_around_many", "fifty thousand texts in an element with an attribute of a megabyte", "ok",
         items("<item/><item/><item><currentState a=\"" + times(1000000, "x") + "\" b=''>"
               + times(50000, "<z>1</z>") + "</currentState></item>"))
    case("prefixes_many", "fifty thousand prefixes, and five thousand declarations of others", "ok",
         "<StopInstancesResponse" + "".join(f" xmlns:a{i}=''" for i in range(5000)) + ">"
         + times(50000, "<b:c/>") + "</StopInstancesResponse>")
    case("prefixes_many_in_item", "the same in an item", "ok",
         items("<item" + "".join(f" xmlns:a{i}=''" for i in range(5000)) + ">" + times(50000, "<b:c/>") + "</item>"))
    case("namespace_huge", "fifty thousand declarations beside a root's of a hundred thousand zeros", "ok",
         f"<StopInstancesResponse xmlns='&#{times(100000, '0')}117;'>" + times(50000, "<p:c xmlns:p='u'/>")
         + "</StopInstancesResponse>")
    case("space_huge", "a megabyte of white space between tags", "ok",
         items(f"<item>{times(1000000, ' ')}</item>"))
    case("space_in_code", "a megabyte of white space around a code", "ok",
         code(f"{times(1000000, ' ')}64{times(10, ' ')}"))
    case("zeros_in_code", "a code of a megabyte of zeros", "ok", code(times(1000000, "0") + "64"))
    case("digits_in_code", "a code of a megabyte of digits", "bad_value",
         code("1234⟦56⟧" + times(1000000, "7")))
    case("unknown_many", "fifty thousand unknown members", "ok",
         root(times(50000, "<unheardOf/>")))
    case("items_many", "fifty thousand items", "ok", items(times(50000, "<item/>")))
    case("members_of_item_many", "a member of an item a thousand times", "duplicate_member",
         items("<item><instanceId>1</instanceId>⟦<instanceId>⟧1</instanceId>"
               + times(1000, "<instanceId/>") + "</item>"))


def encodings():
    declared = lambda name: f"<?xml version='1.0' encoding='{name}'?>" + root("")
    case("utf8_lower", "utf-8 in lower case", "ok", declared("utf-8"))
    case("mark", "a byte order mark", "ok", "\xef\xbb\xbf" + root(""))
    case("mark_declaration", "a mark and a declaration", "ok", "\xef\xbb\xbf" + declared("UTF-8"))
    case("mark_twice", "two byte order marks", "not_a_document", "\xef\xbb\xbf⟦\xef\xbb\xbf⟧" + root(""))
    case("mark_inside", "a byte order mark in text is a character", "ok", name("\xef\xbb\xbf"))
    for other in ["ISO-8859-1", "UTF-16", "UTF-7", "UTF8", "utf_8", "windows-1252", "UCS-4", "x"]:
        case(f"declared_{other.lower()}", f"a declaration of {other}", "unsupported_encoding",
             declared(f"⟦{other}⟧"))
    case("utf16_le", "UTF-16, little end first", "unsupported_encoding", "⟦\xff\xfe⟧<\0a\0/\0>\0")
    case("utf16_be", "UTF-16, big end first", "unsupported_encoding", "⟦\xfe\xff⟧\0<\0a\0/\0>")
    case("utf16_no_mark", "UTF-16 without a mark", "not_a_document", "⟦\0<\0a\0/\0>⟧")
    case("utf16_le_no_mark", "UTF-16 without a mark, little end first", "bad_character",
         "<⟦\0⟧a\0/\0>\0")
    case("utf32_le", "UTF-32", "unsupported_encoding", "⟦\xff\xfe\0\0⟧<\0\0\0")
    for version in ["1.1", "1", "2.0", "1.0.0", "01.0", ""]:
        case(f"version_{version or 'empty'}", f"version '{version}'", "unsupported_version",
             f"<?xml version='⟦{version}'⟧?>" + root(""))
    case("version_missing", "a declaration without a version", "bad_markup",
         "<?xml ⟦encoding⟧='UTF-8'?>" + root(""))
    case("version_open", "a declaration that ends without ?", "bad_markup",
         "<?xml version='1.0'⟦>⟧" + root(""))
    case("standalone_bad", "standalone that is neither yes nor no", "bad_markup",
         "<?xml version='1.0' standalone='⟦maybe⟧'?>" + root(""))
    case("declaration_order", "standalone before encoding", "bad_markup",
         "<?xml version='1.0' standalone='no' ⟦encoding⟧='UTF-8'?>" + root(""))
    bad = {
        "continuation": ("⟦\x80⟧", "a continuation byte alone"),
        "overlong_2": ("⟦\xc0\x80⟧", "an overlong NUL"),
        "overlong_slash": ("⟦\xc0\xaf⟧", "an overlong slash"),
        "overlong_less_than": ("⟦\xc0\xbc⟧", "an overlong <"),
        "overlong_3": ("\xe0⟦\x80⟧\x80", "an overlong character of three bytes"),
        "overlong_4": ("\xf0⟦\x80⟧\x80\x80", "an overlong character of four bytes"),
        "surrogate": ("\xed⟦\xa0⟧\x80", "a surrogate"),
        "cesu": ("\xed⟦\xa0⟧\xbd\xed\xb8\x80", "a pair of surrogates, each in three bytes"),
        "past_end": ("\xf4⟦\x90⟧\x80\x80", "past U+10FFFF"),
        "five_bytes": ("⟦\xf8⟧\x88\x80\x80\x80", "five bytes"),
        "ff": ("⟦\xff⟧", "FF"),
        "short_2": ("\xc3⟦x⟧", "a character of two bytes without its second"),
        "short_3": ("\xe2\x82⟦x⟧", "a character of three bytes without its third"),
        "short_4": ("\xf0\x9f\x98⟦x⟧", "a character of four bytes without its fourth"),
        "latin1": ("caf\xe9⟦ ⟧x", "Latin-1"),
    }
    for key, (text, what) in bad.items():
        case(f"utf8_{key}", what + ", in a member", "not_utf8", name(text))
        case(f"utf8_{key}_unknown", what + ", in no member", "not_utf8", unknown(text))
        case(f"utf8_{key}_attribute", what + ", in an attribute", "not_utf8",
             items(f"<item a='{text}'/>"))
        case(f"utf8_{key}_comment", what + ", in a comment", "not_utf8", root(f"<!--{text}-->"))
        case(f"utf8_{key}_section", what + ", in a section", "not_utf8",
             name(f"<![CDATA[{text}]]>"))
    for place, make in {"member": name, "code": code, "unknown": unknown,
                        "section": lambda t: name(f"<![CDATA[{t}]]>"),
                        "comment": lambda t: root(f"<!--{t}-->"),
                        "attribute": lambda t: items(f"<item a='{t}'/>"),
                        "instruction": lambda t: root(f"<?a {t}?>"),
                        "list": items}.items():
        case(f"nul_{place}", f"a NUL in a {place}", "bad_character", make("⟦\0⟧"))
        case(f"escape_{place}", f"an escape character in a {place}", "bad_character",
             make("⟦\x1b⟧[2J"))
        case(f"fffe_{place}", f"U+FFFE in a {place}", "bad_character",
             make(f"⟦{utf8(chr(0xFFFE))}⟧"))
    case("nul_in_tag", "a NUL in a tag's name", "bad_character", unknown("<a⟦\0⟧/>"))
    case("nul_in_end_tag", "a NUL in an end tag's name", "bad_character", unknown("<a></a⟦\0⟧>"))
    case("del", "DEL and C1 controls are characters", "ok", name(utf8("\x7f\x80\x9f")))
    case("noncharacters", "U+FDD0 and U+1FFFE are characters to XML", "ok",
         name(utf8("\ufdd0\U0001fffe")))
    case("crlf", "lines that end with CR LF", "ok", "<?xml version='1.0'?>\r\n" + name("a\r\nb\rc"))


def namespaces():
    prefixed = lambda inside: f"<e:StopInstancesResponse xmlns:e='x'>{inside}</e:StopInstancesResponse>"
    case("prefix", "a prefix on every name", "ok", prefixed("<e:requestId>r</e:requestId>"))
    case("prefix_of_another", "a member with another prefix is unknown", "ok",
         root("<x:instancesSet><item><code>x</code></item></x:instancesSet>"))
    case("prefix_missing", "a member without the root's prefix is unknown", "ok",
         prefixed("<requestId><b/></requestId>"))
    case("prefix_twice", "a member and one with another prefix are two", "ok",
         root("<requestId>a</requestId><x:requestId>b</x:requestId>"))
    case("prefix_empty", "a name that begins with a colon", "ok", unknown("<:a></:a>"))
    case("prefix_unbound", "a prefix that nothing declares", "ok", unknown("<z:a z:b=''/>"))
    case("namespace_of_another", "the namespace of another service", "ok",
         "<StopInstancesResponse xmlns='http://example.com/'><requestId/></StopInstancesResponse>")
    case("namespace_inside", "a namespace declared on an item", "ok",
         items("<item xmlns='http://example.com/'><instanceId>i-1</instanceId></item>"))
    case("prefix_duplicate", "a member twice, with the root's prefix", "duplicate_member",
         prefixed("<e:requestId/>⟦<e:requestId/>⟧"))
    case("prefix_error", "an error document with a prefix", "service_error",
         "⟦<e:Response xmlns:e='x'>⟧<e:Errors><e:Error><e:Code>A</e:Code></e:Error></e:Errors>"
         "</e:Response>")


def duplicates():
    case("request_id_twice", "two request ids", "duplicate_member",
         root("<requestId>a</requestId>⟦<requestId>⟧b</requestId>"))
    case("list_twice", "two lists", "duplicate_member",
         root("<instancesSet/>⟦<instancesSet/>⟧"))
    case("code_twice", "two codes", "duplicate_member",
         items("<item><currentState><code>16</code>⟦<code>⟧80</code></currentState></item>"))
    case("state_twice", "two current states", "duplicate_member",
         items("<item><currentState/>⟦<currentState/>⟧</item>"))
    case("id_twice_apart", "two instance ids, apart", "duplicate_member",
         items("<item><instanceId>a</instanceId><currentState/>⟦<instanceId>⟧b</instanceId></item>"))
    case("code_twice_equal", "the same code twice", "duplicate_member",
         items("<item><currentState><code>16</code>⟦<code>⟧16</code></currentState></item>"))
    case("error_code_twice", "two codes in one error", "duplicate_member",
         "<Response><Errors><Error><Code>A</Code>⟦<Code>⟧B</Code></Error></Errors></Response>")
    case("unknown_twice", "an unknown member twice", "ok", root("<a/><a/>"))
    case("list_in_unknown", "a list in an unknown member is none of ours", "ok",
         root("<new><instancesSet><item><currentState><code>x</code></currentState></item>"
              "</instancesSet><requestId/><requestId/></new>"))
    case("item_in_unknown", "an item in an unknown member of the list", "ok",
         items("<new><item><currentState><code>x</code></currentState></item></new><item/>"))
    case("code_in_unknown", "a code in an unknown member of the state", "ok",
         items("<item><currentState><new><code>x</code></new><code>16</code></currentState></item>"))
    case("code_in_item", "a code that is no member of an item", "ok",
         items("<item><code>x</code><name><b/></name></item>"))
    case("list_in_item", "a list in an item", "ok",
         items("<item><instancesSet><item/></instancesSet></item>"))
    case("items_in_root", "items without their list", "ok", root("<item/><member/>"))
    case("similar_names", "names that go on, or end early", "ok",
         root("<instancesSets><item><b/></item></instancesSets><instancesSe/><REQUESTID><b/>"
              "</REQUESTID><requestIds/><requestI/>"))
    case("element_in_text", "an element in a text", "unexpected_element", name("run⟦<b/>⟧ning"))
    case("element_in_code", "an element in a code", "unexpected_element", code("⟦<b>⟧64</b>"))
    case("element_in_id", "an element in the request id", "unexpected_element",
         root("<requestId>⟦<a/>⟧</requestId>"))
    case("item_text", "an item that is text", "ok", items("<item>i-1</item>"))


def codes():
    bad = ["⟦⟧", "⟦ ⟧", "⟦x⟧", "1⟦x⟧", "⟦x⟧16", "sixteen", "1⟦ ⟧6", "⟦+⟧16", "-⟦1⟧6", "⟦-⟧0", "16⟦.⟧0",
           "16⟦.⟧", "⟦.⟧5", "1⟦e⟧1", "0⟦x⟧10", "0⟦b⟧1", "1⟦_⟧0", "1⟦,⟧0", "6553⟦6⟧", "9999⟦9⟧",
           "2147483⟦648⟧", "429496731⟦2⟧", "1844674407370955163⟦2⟧", "⟦٣⟧", "1⟦６⟧", "⟦null⟧",
           "⟦true⟧", "⟦running⟧", "⟦NaN⟧", "1⟦6L⟧", "⟦0-⟧", "⟦--1⟧", "1⟦;⟧", "⟦'16'⟧", "⟦#16⟧",
           "⟦ \t\n\r⟧", "16⟦ 16⟧", "1⟦\u00a0⟧6"]
    for number, text in enumerate(bad):
        text = utf8_outside(text)
        if "⟦" not in text:
            text = f"⟦{text}⟧"
        # An error past the number's first digits lies on the digit that is too much, or before it.
        if re.search("\\d{5}", text):
            text = "⟦" + text.replace("⟦", "")
        if text in ("-⟦1⟧6", "⟦-⟧0", "⟦0-⟧"):
            text = "⟦" + text.replace("⟦", "").replace("⟧", "") + "⟧"
        if not text.strip("⟦⟧ \t\n\r"):
            # Nothing there, which is a code that is absent.
            case(f"code_{number:02}", "a code of no digits", "ok", code(text.strip("⟦⟧")))
            continue
        plain = text.replace("⟦", "").replace("⟧", "")
        what = "".join(c if " " <= c <= "~" else "?" for c in plain)
        case(f"code_{number:02}", f"the code '{what}'", "bad_value", code(text))
    case("code_reference_bad", "a bad code by reference", "bad_value", code("⟦1&#120;⟧"))
    case("code_section_bad", "a bad code in a section", "bad_value", code("⟦<![CDATA[1x]]>⟧"))
    case("code_empty_tag", "a code of an empty tag", "ok",
         items("<item><currentState><code/></currentState></item>"))
    for text in ["0", "16", "65535", "00016", " 16 ", "\n\t16\r\n", "256", "272"]:
        case(f"code_good_{len(cases)}", f"the code {text.strip()}, which is one", "ok", code(text))
    case("code_missing", "a state without a code", "ok", name("running"))
    case("code_disagrees", "a code and a name that disagree", "ok",
         items("<item><currentState><code>80</code><name>running</name></currentState></item>"))


def utf8_outside(text):
    """All but the marks of a faulty part, as bytes."""
    return "".join(c if c in "⟦⟧" else utf8(c) for c in text)


def scalars():
    put = lambda text: f"<PutScalarsResponse>{text}</PutScalarsResponse>"
    bad = {
        "flag": ["⟦TRUTH⟧", "⟦1⟧", "⟦yes⟧", "true⟦x⟧", "⟦tru⟧", "⟦⟧"],
        "i8": ["12⟦8⟧", "-12⟦9⟧", "⟦+1⟧"],
        "u8": ["25⟦6⟧", "⟦-1⟧"],
        "i32": ["214748364⟦8⟧", "-214748364⟦9⟧"],
        "i64": ["922337203685477580⟦8⟧", "-922337203685477580⟦9⟧"],
        "u64": ["1844674407370955161⟦6⟧"],
        "f32": ["⟦1e39⟧", "⟦inf⟧", "⟦nan⟧", "⟦Nan⟧"],
        "f64": ["⟦1e309⟧", "⟦0x1p3⟧", "1⟦.⟧", "⟦.5⟧", "1e⟦⟧", "⟦+1⟧", "⟦infinity⟧", "1 2".replace(
            "1 2", "1⟦ 2⟧")],
        "blob": ["⟦A⟧", "A⟦*==⟧", "AAA⟦⟧", "⟦=AAA⟧", "AA=⟦A⟧", "⟦AB==⟧", "AA⟦-_⟧"],
        "date_time": ["⟦⟧", "2026-⟦13⟧-01T00:00:00Z", "2026-02-⟦30⟧T00:00:00Z",
                      "2026-01-01T⟦24⟧:00:00Z", "2026-01-01T00:00:⟦61⟧Z",
                      "2026-01-01T00:00:00⟦⟧", "2026-01-01⟦_⟧00:00:00Z",
                      "2026-01-01T00:00:00.⟦Z⟧", "⟦yesterday⟧", "1e⟦5⟧", "⟦NaN⟧",
                      "⟦99999999999999999999⟧", "⟦Mon⟧, 21 Nov 2026 00:00:00 GMT"],
    }
    tag = {"flag": "Flag", "i8": "I8", "u8": "U8", "i32": "I32", "i64": "I64", "u64": "U64",
           "f32": "F32", "f64": "F64", "blob": "Blob", "date_time": "DateTime"}
    for kind, texts in bad.items():
        for number, text in enumerate(texts):
            plain = text.replace("⟦", "").replace("⟧", "")
            # The fault is not past the text's end, nor before its first byte.
            document = put(f"<{tag[kind]}>⟦{plain}<⟧/{tag[kind]}>")
            if not plain:
                case(f"{kind}_{number}", f"a {kind} of nothing, which is absent", "ok",
                     put(f"<{tag[kind]}/>"), "scalars")
                continue
            case(f"{kind}_{number}", f"a {kind} of '{plain}'", "bad_value", document, "scalars")
    case("enum_of_tomorrow", "an enumeration's value of tomorrow", "ok",
         put("<Paint>ultraviolet</Paint>"), "scalars")
    case("float_names", "NaN and the infinities by their names", "ok",
         put("<F32>NaN</F32><F64>-Infinity</F64>"), "scalars")


def aws_query():
    put = lambda text: (f"<GetTopicResponse><GetTopicResult>{text}</GetTopicResult>"
                        "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>"
                        "</GetTopicResponse>")
    entry = "<entry><key>a</key><value>1</value></entry>"
    good = {
        "map": f"<Attributes>{entry}<entry><value/><key/></entry></Attributes>",
        "map_empty": "<Attributes/>",
        "map_unknown_child": f"<Attributes><new/>{entry}</Attributes>",
        "map_unknown_in_entry": "<Attributes><entry><key>a</key><new><key/></new><value/></entry>"
                                "</Attributes>",
        "map_key_twice_over": f"<Attributes>{entry}{entry}</Attributes>",
        "map_flattened": "<Note><Id>a</Id><Text>1</Text></Note><Owner>o</Owner>"
                         "<Note><Text>2</Text><Id>b</Id></Note>",
        "map_of_lists": "<Teams><entry><key>a</key><value><member>x</member><member/></value>"
                        "</entry></Teams>",
        "rows": "<Rows><member><member>1</member></member><member/></Rows>",
        "nothing": "",
    }
    for key, text in good.items():
        case(f"aws_{key}", f"an awsQuery reply: {key.replace('_', ' ')}", "ok", put(text), "topic")
    case("aws_result_missing", "no result", "missing_member",
         "<GetTopicResponse><ResponseMetadata/>⟦</GetTopicResponse>⟧", "topic")
    case("aws_result_twice", "two results", "duplicate_member",
         "<GetTopicResponse><GetTopicResult/>⟦<GetTopicResult/>⟧</GetTopicResponse>", "topic")
    case("aws_metadata_twice", "two metadata", "duplicate_member",
         "<GetTopicResponse><ResponseMetadata/>⟦<ResponseMetadata/>⟧</GetTopicResponse>", "topic")
    case("aws_result_of_another", "the result of another operation is none", "missing_member",
         "<GetTopicResponse><GetQueueResult><Owner><b/></Owner></GetQueueResult>"
         "⟦</GetTopicResponse>⟧", "topic")
    case("aws_other_root", "the reply of another operation", "wrong_root",
         "<⟦GetQueueResponse⟧/>", "topic")
    case("aws_error", "an error of the service", "service_error",
         "⟦<ErrorResponse>⟧<Error><Type>Sender</Type><Code>A</Code></Error></ErrorResponse>",
         "topic")
    bad = {
        "entry_empty": ("missing_member", "<Attributes>⟦<entry/>⟧</Attributes>"),
        "entry_without_key": ("missing_member",
                              "<Attributes>⟦<entry><value>1</value></entry>⟧</Attributes>"),
        "entry_without_value": ("missing_member",
                                "<Attributes>⟦<entry><key>a</key></entry>⟧</Attributes>"),
        "entry_two_keys": ("duplicate_member",
                           "<Attributes><entry><key>a</key>⟦<key>⟧b</key><value/></entry>"
                           "</Attributes>"),
        "entry_two_values": ("duplicate_member",
                             "<Attributes><entry><value/><key>a</key>⟦<value/>⟧</entry>"
                             "</Attributes>"),
        "entry_cut": ("mismatched_tag", "<Attributes><entry><key>a</key></⟦Attributes⟧>"),
        "map_twice": ("duplicate_member", "<Attributes/>⟦<Attributes/>⟧"),
        "note_without_key": ("missing_member", "⟦<Note><Text>1</Text></Note>⟧"),
        "rank_of_words": ("bad_value",
                          "<Ranks><entry><key>a</key><value>⟦first⟧</value></entry></Ranks>"),
        "rank_too_large": ("bad_value", "<Ranks><entry><key>a</key><value>⟦2147483648⟧</value>"
                                        "</entry></Ranks>"),
        "element_in_key": ("unexpected_element",
                           "<Attributes><entry><key>a⟦<b/>⟧</key><value/></entry></Attributes>"),
        "reference_in_key": ("bad_reference",
                             "<Attributes><entry><key>&⟦a;⟧</key><value/></entry></Attributes>"),
        "row_of_words": ("bad_value", "<Rows><member><member>⟦x⟧</member></member></Rows>"),
        "owner_twice": ("duplicate_member", "<Owner/>⟦<Owner/>⟧"),
    }
    for key, (outcome, text) in bad.items():
        case(f"aws_{key}", f"an awsQuery reply: {key.replace('_', ' ')}", outcome, put(text),
             "topic")


def fleets():
    put = lambda text: f"<ListFleetResponse>{text}</ListFleetResponse>"
    machine = lambda text: put(f"<groupSet><item><machineSet><item>{text}</item></machineSet>"
                               "</item></groupSet>")
    case("flattened_interleaved", "a flattened list among other members", "ok",
         put("<extra><key>a</key></extra><next>n</next><extra/>"), "fleet")
    case("flattened_bad_item", "the last of a flattened list is broken", "mismatched_tag",
         put(times(1000, "<extra/>") + "<extra><key></⟦value⟧></extra>"), "fleet")
    case("count_of_words", "a list of numbers with a word in it", "bad_value",
         put("<countSet>" + times(1000, "<item>1</item>") + "<item>⟦x⟧</item></countSet>"), "fleet")
    case("rate_bad_late", "the thousandth item differs, and is wrong", "bad_value",
         put("<groupSet><item><machineSet>" + times(1000, "<item><rate>0.25</rate></item>")
             + "<item><rate>⟦0,25⟧</rate></item></machineSet></item></groupSet>"), "fleet")
    case("nested_duplicate", "a member twice, deep in lists", "duplicate_member",
         machine("<tagSet><item><key>a</key>⟦<key>⟧b</key></item></tagSet>"), "fleet")
    case("nested_element", "an element in a text, deep in lists", "unexpected_element",
         machine("<addressSet><address>1⟦<b/>⟧</address></addressSet>"), "fleet")
    case("nested_unknown", "unknown members, deep in lists", "ok",
         machine("<new><id/><id/></new><tagSet><new/><item><new>&amp;</new></item></tagSet>"),
         "fleet")


def main():
    for write in (documents_of_another_kind, truncations, tags, references,
                  sections_comments_instructions, doctypes, sizes, encodings, namespaces, duplicates,
                  codes, scalars, aws_query, fleets):
        write()
    names = [c[0] for c in cases]
    assert len(names) == len(set(names)), [n for n in names if names.count(n) > 1]
    written = {FOLDER / "manifest.tsv": "".join("\t".join(map(str, c)) + "\n" for c in cases)}
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__.strip())
    for path, text in written.items():
        if not sys.argv[1:]:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            sys.exit(f"tests/hostile/{path.name} is not what generate.py writes: run it")
    print(f"{len(cases)} documents")


main()
