// Written by generate.py, out of the documents of manifest.tsv that are short: each has the outcome of
// its line in constant evaluation as well, where a byte read past the end does not compile.
#include <ec2wire/codec/decode_xml.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/fleet.hpp"
#include "codec/shapes.hpp"
#include "codec/topic.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;
using namespace std::string_view_literals;

namespace {

using stop = stop_instances_response;

// The bytes alone. Behind a literal stands a zero, which may be read.
class exactly {
  public:
    constexpr explicit exactly(std::string_view bytes)
        : size_(bytes.size()), data_(new char[bytes.size()]) {
        std::copy(bytes.begin(), bytes.end(), data_);
    }
    exactly(const exactly&) = delete;
    exactly& operator=(const exactly&) = delete;
    constexpr ~exactly() { delete[] data_; }
    constexpr std::string_view view() const { return {data_, size_}; }

  private:
    std::size_t size_;
    char* data_;
};

template <class T>
constexpr bool is_read(std::string_view document) {
    const exactly copy(document);
    const std::string_view bytes = copy.view();
    scratch memory, other;
    return decode_xml<T>(bytes, memory).has_value() &&
           detail::decode_strictly<T>(bytes, other).has_value();
}

template <class T>
constexpr bool is_refused(std::string_view document, errc code, std::size_t first,
                          std::size_t last) {
    const exactly copy(document);
    const std::string_view bytes = copy.view();
    scratch memory, other;
    const auto answer = decode_xml<T>(bytes, memory);
    if (answer.has_value() || answer.error().code != code) return false;
    const std::size_t offset = answer.error().offset;
    const auto strict = detail::decode_strictly<T>(bytes, other);
    return offset >= first && offset <= last && !strict && strict.error() == answer.error();
}

}  // namespace

// clang-format off
static_assert(is_refused<stop>(""sv, errc::not_a_document, 0, 0), "empty");  // no bytes at all
static_assert(is_refused<stop>(" \r\n\t"sv, errc::not_a_document, 4, 4), "space");  // nothing but white space
static_assert(is_refused<stop>("\357\273\277 \n"sv, errc::not_a_document, 5, 5), "mark_alone");  // a byte order mark and white space
static_assert(is_refused<stop>("upstream connect error"sv, errc::not_a_document, 0, 21), "plain_text");  // what a proxy says
static_assert(is_refused<stop>("<html><body>502</body></html>"sv, errc::not_a_document, 0, 5), "html");  // a page of a load balancer
static_assert(is_refused<stop>("<!DOCTYPE html><html></html>"sv, errc::not_a_document, 0, 14), "html_doctype");  // an HTML page with its DOCTYPE
static_assert(is_refused<stop>("{\"StoppingInstances\":[]}"sv, errc::not_a_document, 0, 0), "json");  // JSON where XML is due
static_assert(is_refused<stop>("\000<StopInstancesResponse></StopInstancesResponse>"sv, errc::not_a_document, 0, 0), "nul_first");  // a NUL before the document
static_assert(is_refused<stop>("<StartInstancesResponse/>"sv, errc::wrong_root, 1, 22), "other_root");  // the reply of another operation
static_assert(is_refused<stop>("<StopInstances/>"sv, errc::wrong_root, 1, 13), "request_as_root");  // the operation without Response
static_assert(is_refused<stop>("<StopInstancesResponses></StopInstancesResponses>"sv, errc::wrong_root, 1, 22), "longer_root");  // a root whose name goes on
static_assert(is_refused<stop>("<stopinstancesresponse/>"sv, errc::wrong_root, 1, 21), "case_of_root");  // a root in lower case
static_assert(is_refused<stop>("<StopInstancesResponse></StopInstancesResponse><StopInstancesResponse/>"sv, errc::trailing_data, 47, 70), "two_roots");  // two whole replies
static_assert(is_refused<stop>("<StopInstancesResponse></StopInstancesResponse>\nx"sv, errc::trailing_data, 48, 48), "trailing_text");  // text after the root
static_assert(is_refused<stop>("<StopInstancesResponse></StopInstancesResponse>\000"sv, errc::trailing_data, 47, 47), "trailing_nul");  // a NUL after the root
static_assert(is_refused<stop>("<StopInstancesResponse></StopInstancesResponse><![CDATA[]]>"sv, errc::trailing_data, 47, 58), "trailing_section");  // CDATA after the root
static_assert(is_refused<stop>("<StopInstancesResponse></StopInstancesResponse></StopInstancesResponse>"sv, errc::trailing_data, 47, 70), "trailing_end_tag");  // one end tag too many
static_assert(is_read<stop>("<StopInstancesResponse></StopInstancesResponse>\n<!-- --> <?p?>\n"sv), "trailing_comment");  // a comment after the root
static_assert(is_refused<stop>("<StopInstancesResponse></StopInstancesResponse><!-- -- -->"sv, errc::bad_markup, 52, 54), "trailing_bad_comment");  // a broken comment after the root
static_assert(is_refused<stop>("<Response><Errors/></Response>"sv, errc::wrong_root, 1, 8), "no_error_in_it");  // an error document without an error
static_assert(is_refused<stop>("<Response><Errors><Error><Code>A</Code></Error></Errors></Response>"sv, errc::service_error, 0, 9), "service_error");  // an error of the service
static_assert(is_refused<stop>("<Response><Errors><Error><Code>A</Code></Error></Error></Response>"sv, errc::mismatched_tag, 54, 54), "error_and_cut_tag");  // an error document whose end tag is wrong
static_assert(is_refused<stop>("<"sv, errc::unexpected_end, 1, 1), "cut_declaration_1");  // the input ends 1 bytes into a declaration
static_assert(is_refused<stop>("<?"sv, errc::unexpected_end, 2, 2), "cut_declaration_2");  // the input ends 2 bytes into a declaration
static_assert(is_refused<stop>("<?x"sv, errc::unexpected_end, 3, 3), "cut_declaration_3");  // the input ends 3 bytes into a declaration
static_assert(is_refused<stop>("<?xm"sv, errc::unexpected_end, 4, 4), "cut_declaration_4");  // the input ends 4 bytes into a declaration
static_assert(is_refused<stop>("<?xml"sv, errc::unexpected_end, 5, 5), "cut_declaration_5");  // the input ends 5 bytes into a declaration
static_assert(is_refused<stop>("<?xml "sv, errc::unexpected_end, 6, 6), "cut_declaration_6");  // the input ends 6 bytes into a declaration
static_assert(is_refused<stop>("<?xml v"sv, errc::unexpected_end, 7, 7), "cut_declaration_7");  // the input ends 7 bytes into a declaration
static_assert(is_refused<stop>("<?xml ve"sv, errc::unexpected_end, 8, 8), "cut_declaration_8");  // the input ends 8 bytes into a declaration
static_assert(is_refused<stop>("<?xml ver"sv, errc::unexpected_end, 9, 9), "cut_declaration_9");  // the input ends 9 bytes into a declaration
static_assert(is_refused<stop>("<?xml vers"sv, errc::unexpected_end, 10, 10), "cut_declaration_10");  // the input ends 10 bytes into a declaration
static_assert(is_refused<stop>("<?xml versi"sv, errc::unexpected_end, 11, 11), "cut_declaration_11");  // the input ends 11 bytes into a declaration
static_assert(is_refused<stop>("<?xml versio"sv, errc::unexpected_end, 12, 12), "cut_declaration_12");  // the input ends 12 bytes into a declaration
static_assert(is_refused<stop>("<?xml version"sv, errc::unexpected_end, 13, 13), "cut_declaration_13");  // the input ends 13 bytes into a declaration
static_assert(is_refused<stop>("<?xml version="sv, errc::unexpected_end, 14, 14), "cut_declaration_14");  // the input ends 14 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\""sv, errc::unexpected_end, 15, 15), "cut_declaration_15");  // the input ends 15 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1"sv, errc::unexpected_end, 16, 16), "cut_declaration_16");  // the input ends 16 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1."sv, errc::unexpected_end, 17, 17), "cut_declaration_17");  // the input ends 17 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0"sv, errc::unexpected_end, 18, 18), "cut_declaration_18");  // the input ends 18 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\""sv, errc::unexpected_end, 19, 19), "cut_declaration_19");  // the input ends 19 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" "sv, errc::unexpected_end, 20, 20), "cut_declaration_20");  // the input ends 20 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" e"sv, errc::unexpected_end, 21, 21), "cut_declaration_21");  // the input ends 21 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" en"sv, errc::unexpected_end, 22, 22), "cut_declaration_22");  // the input ends 22 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" enc"sv, errc::unexpected_end, 23, 23), "cut_declaration_23");  // the input ends 23 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" enco"sv, errc::unexpected_end, 24, 24), "cut_declaration_24");  // the input ends 24 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encod"sv, errc::unexpected_end, 25, 25), "cut_declaration_25");  // the input ends 25 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encodi"sv, errc::unexpected_end, 26, 26), "cut_declaration_26");  // the input ends 26 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encodin"sv, errc::unexpected_end, 27, 27), "cut_declaration_27");  // the input ends 27 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding"sv, errc::unexpected_end, 28, 28), "cut_declaration_28");  // the input ends 28 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding="sv, errc::unexpected_end, 29, 29), "cut_declaration_29");  // the input ends 29 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\""sv, errc::unexpected_end, 30, 30), "cut_declaration_30");  // the input ends 30 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\"U"sv, errc::unexpected_end, 31, 31), "cut_declaration_31");  // the input ends 31 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\"UT"sv, errc::unexpected_end, 32, 32), "cut_declaration_32");  // the input ends 32 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\"UTF"sv, errc::unexpected_end, 33, 33), "cut_declaration_33");  // the input ends 33 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\"UTF-"sv, errc::unexpected_end, 34, 34), "cut_declaration_34");  // the input ends 34 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\"UTF-8"sv, errc::unexpected_end, 35, 35), "cut_declaration_35");  // the input ends 35 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\"UTF-8\""sv, errc::unexpected_end, 36, 36), "cut_declaration_36");  // the input ends 36 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\"UTF-8\"?"sv, errc::unexpected_end, 37, 37), "cut_declaration_37");  // the input ends 37 bytes into a declaration
static_assert(is_refused<stop>("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"sv, errc::unexpected_end, 38, 38), "cut_declaration_38");  // the input ends 38 bytes into a declaration
static_assert(is_refused<stop>("\357"sv, errc::unexpected_end, 1, 1), "cut_mark_1");  // the input ends 1 bytes into a mark
static_assert(is_refused<stop>("\357\273"sv, errc::unexpected_end, 2, 2), "cut_mark_2");  // the input ends 2 bytes into a mark
static_assert(is_refused<stop>("\357\273\277"sv, errc::not_a_document, 3, 3), "cut_mark_3");  // the input ends 3 bytes into a mark
static_assert(is_refused<stop>("<"sv, errc::unexpected_end, 1, 1), "cut_comment_1");  // the input ends 1 bytes into a comment
static_assert(is_refused<stop>("<!"sv, errc::unexpected_end, 2, 2), "cut_comment_2");  // the input ends 2 bytes into a comment
static_assert(is_refused<stop>("<!-"sv, errc::unexpected_end, 3, 3), "cut_comment_3");  // the input ends 3 bytes into a comment
static_assert(is_refused<stop>("<!--"sv, errc::unexpected_end, 4, 4), "cut_comment_4");  // the input ends 4 bytes into a comment
static_assert(is_refused<stop>("<!-- "sv, errc::unexpected_end, 5, 5), "cut_comment_5");  // the input ends 5 bytes into a comment
static_assert(is_refused<stop>("<!-- a"sv, errc::unexpected_end, 6, 6), "cut_comment_6");  // the input ends 6 bytes into a comment
static_assert(is_refused<stop>("<!-- a "sv, errc::unexpected_end, 7, 7), "cut_comment_7");  // the input ends 7 bytes into a comment
static_assert(is_refused<stop>("<!-- a -"sv, errc::unexpected_end, 8, 8), "cut_comment_8");  // the input ends 8 bytes into a comment
static_assert(is_refused<stop>("<!-- a - "sv, errc::unexpected_end, 9, 9), "cut_comment_9");  // the input ends 9 bytes into a comment
static_assert(is_refused<stop>("<!-- a - b"sv, errc::unexpected_end, 10, 10), "cut_comment_10");  // the input ends 10 bytes into a comment
static_assert(is_refused<stop>("<!-- a - b "sv, errc::unexpected_end, 11, 11), "cut_comment_11");  // the input ends 11 bytes into a comment
static_assert(is_refused<stop>("<!-- a - b -"sv, errc::unexpected_end, 12, 12), "cut_comment_12");  // the input ends 12 bytes into a comment
static_assert(is_refused<stop>("<!-- a - b --"sv, errc::unexpected_end, 13, 13), "cut_comment_13");  // the input ends 13 bytes into a comment
static_assert(is_refused<stop>("<!-- a - b -->"sv, errc::unexpected_end, 14, 14), "cut_comment_14");  // the input ends 14 bytes into a comment
static_assert(is_refused<stop>("<"sv, errc::unexpected_end, 1, 1), "cut_instruction_1");  // the input ends 1 bytes into a instruction
static_assert(is_refused<stop>("<?"sv, errc::unexpected_end, 2, 2), "cut_instruction_2");  // the input ends 2 bytes into a instruction
static_assert(is_refused<stop>("<?t"sv, errc::unexpected_end, 3, 3), "cut_instruction_3");  // the input ends 3 bytes into a instruction
static_assert(is_refused<stop>("<?ta"sv, errc::unexpected_end, 4, 4), "cut_instruction_4");  // the input ends 4 bytes into a instruction
static_assert(is_refused<stop>("<?tar"sv, errc::unexpected_end, 5, 5), "cut_instruction_5");  // the input ends 5 bytes into a instruction
static_assert(is_refused<stop>("<?targ"sv, errc::unexpected_end, 6, 6), "cut_instruction_6");  // the input ends 6 bytes into a instruction
static_assert(is_refused<stop>("<?targe"sv, errc::unexpected_end, 7, 7), "cut_instruction_7");  // the input ends 7 bytes into a instruction
static_assert(is_refused<stop>("<?target"sv, errc::unexpected_end, 8, 8), "cut_instruction_8");  // the input ends 8 bytes into a instruction
static_assert(is_refused<stop>("<?target "sv, errc::unexpected_end, 9, 9), "cut_instruction_9");  // the input ends 9 bytes into a instruction
static_assert(is_refused<stop>("<?target d"sv, errc::unexpected_end, 10, 10), "cut_instruction_10");  // the input ends 10 bytes into a instruction
static_assert(is_refused<stop>("<?target da"sv, errc::unexpected_end, 11, 11), "cut_instruction_11");  // the input ends 11 bytes into a instruction
static_assert(is_refused<stop>("<?target dat"sv, errc::unexpected_end, 12, 12), "cut_instruction_12");  // the input ends 12 bytes into a instruction
static_assert(is_refused<stop>("<?target data"sv, errc::unexpected_end, 13, 13), "cut_instruction_13");  // the input ends 13 bytes into a instruction
static_assert(is_refused<stop>("<?target data?"sv, errc::unexpected_end, 14, 14), "cut_instruction_14");  // the input ends 14 bytes into a instruction
static_assert(is_refused<stop>("<?target data?>"sv, errc::unexpected_end, 15, 15), "cut_instruction_15");  // the input ends 15 bytes into a instruction
static_assert(is_refused<stop>("<"sv, errc::unexpected_end, 1, 1), "cut_start_tag_1");  // the input ends 1 bytes into a start_tag
static_assert(is_refused<stop>("<S"sv, errc::unexpected_end, 2, 2), "cut_start_tag_2");  // the input ends 2 bytes into a start_tag
static_assert(is_refused<stop>("<St"sv, errc::unexpected_end, 3, 3), "cut_start_tag_3");  // the input ends 3 bytes into a start_tag
static_assert(is_refused<stop>("<Sto"sv, errc::unexpected_end, 4, 4), "cut_start_tag_4");  // the input ends 4 bytes into a start_tag
static_assert(is_refused<stop>("<Stop"sv, errc::unexpected_end, 5, 5), "cut_start_tag_5");  // the input ends 5 bytes into a start_tag
static_assert(is_refused<stop>("<StopI"sv, errc::unexpected_end, 6, 6), "cut_start_tag_6");  // the input ends 6 bytes into a start_tag
static_assert(is_refused<stop>("<StopIn"sv, errc::unexpected_end, 7, 7), "cut_start_tag_7");  // the input ends 7 bytes into a start_tag
static_assert(is_refused<stop>("<StopIns"sv, errc::unexpected_end, 8, 8), "cut_start_tag_8");  // the input ends 8 bytes into a start_tag
static_assert(is_refused<stop>("<StopInst"sv, errc::unexpected_end, 9, 9), "cut_start_tag_9");  // the input ends 9 bytes into a start_tag
static_assert(is_refused<stop>("<StopInsta"sv, errc::unexpected_end, 10, 10), "cut_start_tag_10");  // the input ends 10 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstan"sv, errc::unexpected_end, 11, 11), "cut_start_tag_11");  // the input ends 11 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstanc"sv, errc::unexpected_end, 12, 12), "cut_start_tag_12");  // the input ends 12 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstance"sv, errc::unexpected_end, 13, 13), "cut_start_tag_13");  // the input ends 13 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstances"sv, errc::unexpected_end, 14, 14), "cut_start_tag_14");  // the input ends 14 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesR"sv, errc::unexpected_end, 15, 15), "cut_start_tag_15");  // the input ends 15 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesRe"sv, errc::unexpected_end, 16, 16), "cut_start_tag_16");  // the input ends 16 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesRes"sv, errc::unexpected_end, 17, 17), "cut_start_tag_17");  // the input ends 17 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResp"sv, errc::unexpected_end, 18, 18), "cut_start_tag_18");  // the input ends 18 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesRespo"sv, errc::unexpected_end, 19, 19), "cut_start_tag_19");  // the input ends 19 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesRespon"sv, errc::unexpected_end, 20, 20), "cut_start_tag_20");  // the input ends 20 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesRespons"sv, errc::unexpected_end, 21, 21), "cut_start_tag_21");  // the input ends 21 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse"sv, errc::unexpected_end, 22, 22), "cut_start_tag_22");  // the input ends 22 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse "sv, errc::unexpected_end, 23, 23), "cut_start_tag_23");  // the input ends 23 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse x"sv, errc::unexpected_end, 24, 24), "cut_start_tag_24");  // the input ends 24 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xm"sv, errc::unexpected_end, 25, 25), "cut_start_tag_25");  // the input ends 25 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xml"sv, errc::unexpected_end, 26, 26), "cut_start_tag_26");  // the input ends 26 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmln"sv, errc::unexpected_end, 27, 27), "cut_start_tag_27");  // the input ends 27 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns"sv, errc::unexpected_end, 28, 28), "cut_start_tag_28");  // the input ends 28 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns="sv, errc::unexpected_end, 29, 29), "cut_start_tag_29");  // the input ends 29 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='"sv, errc::unexpected_end, 30, 30), "cut_start_tag_30");  // the input ends 30 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x"sv, errc::unexpected_end, 31, 31), "cut_start_tag_31");  // the input ends 31 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x'"sv, errc::unexpected_end, 32, 32), "cut_start_tag_32");  // the input ends 32 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' "sv, errc::unexpected_end, 33, 33), "cut_start_tag_33");  // the input ends 33 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a"sv, errc::unexpected_end, 34, 34), "cut_start_tag_34");  // the input ends 34 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a="sv, errc::unexpected_end, 35, 35), "cut_start_tag_35");  // the input ends 35 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\""sv, errc::unexpected_end, 36, 36), "cut_start_tag_36");  // the input ends 36 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&"sv, errc::unexpected_end, 37, 37), "cut_start_tag_37");  // the input ends 37 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&l"sv, errc::unexpected_end, 38, 38), "cut_start_tag_38");  // the input ends 38 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt"sv, errc::unexpected_end, 39, 39), "cut_start_tag_39");  // the input ends 39 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt;"sv, errc::unexpected_end, 40, 40), "cut_start_tag_40");  // the input ends 40 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt;&"sv, errc::unexpected_end, 41, 41), "cut_start_tag_41");  // the input ends 41 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt;&#"sv, errc::unexpected_end, 42, 42), "cut_start_tag_42");  // the input ends 42 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt;&#6"sv, errc::unexpected_end, 43, 43), "cut_start_tag_43");  // the input ends 43 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt;&#65"sv, errc::unexpected_end, 44, 44), "cut_start_tag_44");  // the input ends 44 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt;&#65;"sv, errc::unexpected_end, 45, 45), "cut_start_tag_45");  // the input ends 45 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt;&#65;\""sv, errc::unexpected_end, 46, 46), "cut_start_tag_46");  // the input ends 46 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='x' a=\"&lt;&#65;\">"sv, errc::unexpected_end, 47, 47), "cut_start_tag_47");  // the input ends 47 bytes into a start_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><"sv, errc::unexpected_end, 38, 38), "cut_end_tag_1");  // the input ends 1 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></"sv, errc::unexpected_end, 39, 39), "cut_end_tag_2");  // the input ends 2 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></i"sv, errc::unexpected_end, 40, 40), "cut_end_tag_3");  // the input ends 3 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></in"sv, errc::unexpected_end, 41, 41), "cut_end_tag_4");  // the input ends 4 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></ins"sv, errc::unexpected_end, 42, 42), "cut_end_tag_5");  // the input ends 5 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></inst"sv, errc::unexpected_end, 43, 43), "cut_end_tag_6");  // the input ends 6 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></insta"sv, errc::unexpected_end, 44, 44), "cut_end_tag_7");  // the input ends 7 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instan"sv, errc::unexpected_end, 45, 45), "cut_end_tag_8");  // the input ends 8 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instanc"sv, errc::unexpected_end, 46, 46), "cut_end_tag_9");  // the input ends 9 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instance"sv, errc::unexpected_end, 47, 47), "cut_end_tag_10");  // the input ends 10 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instances"sv, errc::unexpected_end, 48, 48), "cut_end_tag_11");  // the input ends 11 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instancesS"sv, errc::unexpected_end, 49, 49), "cut_end_tag_12");  // the input ends 12 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instancesSe"sv, errc::unexpected_end, 50, 50), "cut_end_tag_13");  // the input ends 13 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instancesSet"sv, errc::unexpected_end, 51, 51), "cut_end_tag_14");  // the input ends 14 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instancesSet "sv, errc::unexpected_end, 52, 52), "cut_end_tag_15");  // the input ends 15 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet></instancesSet >"sv, errc::unexpected_end, 53, 53), "cut_end_tag_16");  // the input ends 16 bytes into a end_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a"sv, errc::unexpected_end, 35, 35), "cut_text_1");  // the input ends 1 bytes into a text
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a\303"sv, errc::unexpected_end, 36, 36), "cut_text_2");  // the input ends 2 bytes into a text
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a\303\251"sv, errc::unexpected_end, 37, 37), "cut_text_3");  // the input ends 3 bytes into a text
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a\303\251&"sv, errc::unexpected_end, 38, 38), "cut_text_4");  // the input ends 4 bytes into a text
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a\303\251&a"sv, errc::unexpected_end, 39, 39), "cut_text_5");  // the input ends 5 bytes into a text
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a\303\251&am"sv, errc::unexpected_end, 40, 40), "cut_text_6");  // the input ends 6 bytes into a text
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a\303\251&amp"sv, errc::unexpected_end, 41, 41), "cut_text_7");  // the input ends 7 bytes into a text
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a\303\251&amp;"sv, errc::unexpected_end, 42, 42), "cut_text_8");  // the input ends 8 bytes into a text
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&"sv, errc::unexpected_end, 35, 35), "cut_decimal_1");  // the input ends 1 bytes into a decimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#"sv, errc::unexpected_end, 36, 36), "cut_decimal_2");  // the input ends 2 bytes into a decimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#8"sv, errc::unexpected_end, 37, 37), "cut_decimal_3");  // the input ends 3 bytes into a decimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#83"sv, errc::unexpected_end, 38, 38), "cut_decimal_4");  // the input ends 4 bytes into a decimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#836"sv, errc::unexpected_end, 39, 39), "cut_decimal_5");  // the input ends 5 bytes into a decimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#8364"sv, errc::unexpected_end, 40, 40), "cut_decimal_6");  // the input ends 6 bytes into a decimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#8364;"sv, errc::unexpected_end, 41, 41), "cut_decimal_7");  // the input ends 7 bytes into a decimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&"sv, errc::unexpected_end, 35, 35), "cut_hexadecimal_1");  // the input ends 1 bytes into a hexadecimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#"sv, errc::unexpected_end, 36, 36), "cut_hexadecimal_2");  // the input ends 2 bytes into a hexadecimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#x"sv, errc::unexpected_end, 37, 37), "cut_hexadecimal_3");  // the input ends 3 bytes into a hexadecimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#x2"sv, errc::unexpected_end, 38, 38), "cut_hexadecimal_4");  // the input ends 4 bytes into a hexadecimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#x20"sv, errc::unexpected_end, 39, 39), "cut_hexadecimal_5");  // the input ends 5 bytes into a hexadecimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#x20A"sv, errc::unexpected_end, 40, 40), "cut_hexadecimal_6");  // the input ends 6 bytes into a hexadecimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#x20AC"sv, errc::unexpected_end, 41, 41), "cut_hexadecimal_7");  // the input ends 7 bytes into a hexadecimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>&#x20AC;"sv, errc::unexpected_end, 42, 42), "cut_hexadecimal_8");  // the input ends 8 bytes into a hexadecimal
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><"sv, errc::unexpected_end, 35, 35), "cut_section_1");  // the input ends 1 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><!"sv, errc::unexpected_end, 36, 36), "cut_section_2");  // the input ends 2 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><!["sv, errc::unexpected_end, 37, 37), "cut_section_3");  // the input ends 3 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![C"sv, errc::unexpected_end, 38, 38), "cut_section_4");  // the input ends 4 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CD"sv, errc::unexpected_end, 39, 39), "cut_section_5");  // the input ends 5 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CDA"sv, errc::unexpected_end, 40, 40), "cut_section_6");  // the input ends 6 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CDAT"sv, errc::unexpected_end, 41, 41), "cut_section_7");  // the input ends 7 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CDATA"sv, errc::unexpected_end, 42, 42), "cut_section_8");  // the input ends 8 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CDATA["sv, errc::unexpected_end, 43, 43), "cut_section_9");  // the input ends 9 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CDATA[x"sv, errc::unexpected_end, 44, 44), "cut_section_10");  // the input ends 10 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CDATA[x]"sv, errc::unexpected_end, 45, 45), "cut_section_11");  // the input ends 11 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CDATA[x]]"sv, errc::unexpected_end, 46, 46), "cut_section_12");  // the input ends 12 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><![CDATA[x]]>"sv, errc::unexpected_end, 47, 47), "cut_section_13");  // the input ends 13 bytes into a section
static_assert(is_refused<stop>("<StopInstancesResponse><"sv, errc::unexpected_end, 24, 24), "cut_empty_tag_1");  // the input ends 1 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><r"sv, errc::unexpected_end, 25, 25), "cut_empty_tag_2");  // the input ends 2 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><re"sv, errc::unexpected_end, 26, 26), "cut_empty_tag_3");  // the input ends 3 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><req"sv, errc::unexpected_end, 27, 27), "cut_empty_tag_4");  // the input ends 4 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requ"sv, errc::unexpected_end, 28, 28), "cut_empty_tag_5");  // the input ends 5 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><reque"sv, errc::unexpected_end, 29, 29), "cut_empty_tag_6");  // the input ends 6 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><reques"sv, errc::unexpected_end, 30, 30), "cut_empty_tag_7");  // the input ends 7 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><request"sv, errc::unexpected_end, 31, 31), "cut_empty_tag_8");  // the input ends 8 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestI"sv, errc::unexpected_end, 32, 32), "cut_empty_tag_9");  // the input ends 9 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId"sv, errc::unexpected_end, 33, 33), "cut_empty_tag_10");  // the input ends 10 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId "sv, errc::unexpected_end, 34, 34), "cut_empty_tag_11");  // the input ends 11 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId a"sv, errc::unexpected_end, 35, 35), "cut_empty_tag_12");  // the input ends 12 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId a="sv, errc::unexpected_end, 36, 36), "cut_empty_tag_13");  // the input ends 13 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId a='"sv, errc::unexpected_end, 37, 37), "cut_empty_tag_14");  // the input ends 14 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId a=''"sv, errc::unexpected_end, 38, 38), "cut_empty_tag_15");  // the input ends 15 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId a='' "sv, errc::unexpected_end, 39, 39), "cut_empty_tag_16");  // the input ends 16 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId a='' /"sv, errc::unexpected_end, 40, 40), "cut_empty_tag_17");  // the input ends 17 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId a='' />"sv, errc::unexpected_end, 41, 41), "cut_empty_tag_18");  // the input ends 18 bytes into a empty_tag
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\303"sv, errc::unexpected_end, 35, 35), "cut_two_bytes_1");  // the input ends 1 bytes into a two_bytes
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\303\251"sv, errc::unexpected_end, 36, 36), "cut_two_bytes_2");  // the input ends 2 bytes into a two_bytes
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\342"sv, errc::unexpected_end, 35, 35), "cut_three_bytes_1");  // the input ends 1 bytes into a three_bytes
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\342\202"sv, errc::unexpected_end, 36, 36), "cut_three_bytes_2");  // the input ends 2 bytes into a three_bytes
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\342\202\254"sv, errc::unexpected_end, 37, 37), "cut_three_bytes_3");  // the input ends 3 bytes into a three_bytes
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\360"sv, errc::unexpected_end, 35, 35), "cut_four_bytes_1");  // the input ends 1 bytes into a four_bytes
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\360\237"sv, errc::unexpected_end, 36, 36), "cut_four_bytes_2");  // the input ends 2 bytes into a four_bytes
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\360\237\230"sv, errc::unexpected_end, 37, 37), "cut_four_bytes_3");  // the input ends 3 bytes into a four_bytes
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>\360\237\230\200"sv, errc::unexpected_end, 38, 38), "cut_four_bytes_4");  // the input ends 4 bytes into a four_bytes
static_assert(is_refused<stop>("<?xml version='1.0'?>\n<!-- -->\n"sv, errc::unexpected_end, 31, 31), "cut_prologue");  // nothing but a declaration, a comment and space
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><instanceId>i-1</instanceId></item>"sv, errc::unexpected_end, 78, 78), "cut_after_item");  // a list that the input ends in, after a whole item
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item/></instancesSet>"sv, errc::unexpected_end, 59, 59), "cut_after_list");  // the input ends after the list, before the root does
static_assert(is_refused<stop>("<Response><Errors><Error><Code>A</Code></Error></Errors>"sv, errc::unexpected_end, 56, 56), "cut_in_error");  // an error document that is cut off
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item></other></instancesSet></StopInstancesResponse>"sv, errc::mismatched_tag, 45, 49), "mismatch");  // the end tag of another element
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item></Item></instancesSet></StopInstancesResponse>"sv, errc::mismatched_tag, 45, 48), "mismatch_case");  // an end tag in another case
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item></it></instancesSet></StopInstancesResponse>"sv, errc::mismatched_tag, 47, 47), "mismatch_shorter");  // an end tag that is shorter
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item></items></instancesSet></StopInstancesResponse>"sv, errc::mismatched_tag, 49, 49), "mismatch_longer");  // an end tag that goes on
static_assert(is_refused<stop>("<a:StopInstancesResponse></StopInstancesResponse>"sv, errc::mismatched_tag, 27, 47), "mismatch_prefix");  // an end tag without the prefix
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a><b></a></b></unheardOf></StopInstancesResponse>"sv, errc::mismatched_tag, 42, 42), "mismatch_unknown");  // wrong end tags where no member is known
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1</code></item></currentState></instancesSet></StopInstancesResponse>"sv, errc::mismatched_tag, 73, 76), "overlap");  // elements that overlap
static_assert(is_refused<stop>("</StopInstancesResponse>"sv, errc::bad_markup, 1, 1), "end_of_nothing");  // an end tag before any start tag
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><></></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 35, 35), "no_name");  // a tag without a name
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a></></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 39, 39), "end_without_name");  // an end tag without a name
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><1a/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 35, 35), "name_of_digit");  // a name that begins with a digit
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><-a/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 35, 35), "name_of_hyphen");  // a name that begins with a hyphen
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><\303\227a/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 35, 36), "name_of_times");  // a name that begins with U+00D7, which is no letter
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>< a/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 35, 35), "space_before_name");  // white space before a name
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a></ a></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 39, 39), "space_in_end");  // white space before an end tag's name
static_assert(is_read<stop>("<StopInstancesResponse><unheardOf><a></a \t\r\n></unheardOf></StopInstancesResponse>"sv), "space_after_end_name");  // white space after an end tag's name
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a / ></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 38, 38), "slash_space");  // white space between / and >
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a></a b=''></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 41, 41), "end_with_attribute");  // an attribute in an end tag
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a b/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 38, 38), "attribute_bare");  // an attribute without a value
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a b=c/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 39, 39), "attribute_unquoted");  // a value without quotes
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a b='c\"><d/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 43, 43), "attribute_quotes");  // a value whose quotes differ
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a b=''c=''/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 41, 41), "attribute_close");  // attributes without white space between
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a b='<'/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 40, 40), "attribute_less_than");  // a < in a value
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a b='1' b='2'/></unheardOf></StopInstancesResponse>"sv, errc::duplicate_attribute, 37, 47), "attribute_twice");  // an attribute twice
static_assert(is_refused<stop>("<StopInstancesResponse xmlns='a' xmlns='a'/>"sv, errc::duplicate_attribute, 23, 41), "attribute_root_twice");  // an attribute of the root twice
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='' a=''/></instancesSet></StopInstancesResponse>"sv, errc::duplicate_attribute, 43, 51), "attribute_item_twice");  // an attribute of an item twice
static_assert(is_read<stop>("<StopInstancesResponse><unheardOf><a b='' B=''/></unheardOf></StopInstancesResponse>"sv), "attribute_case");  // attributes that differ by case
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item a='>'><instanceId b=\"/>\">i-1</instanceId></item></instancesSet></StopInstancesResponse>"sv), "attribute_greater_than");  // a > in a value, which ends no tag
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>a < b</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_markup, 66, 66), "less_than_alone");  // a < in text
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>a<=b</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_markup, 65, 65), "less_than_equals");  // a < in text, and no space
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>a]]>b</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_markup, 66, 66), "section_end_in_text");  // ]]> in text
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>]]></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 36, 36), "section_end_in_unknown");  // ]]> in text of no member
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>]]&gt;</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "section_end_by_reference");  // ]]&gt; in text
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet>a<item>b</item>c</instancesSet></StopInstancesResponse>"sv), "stray_text");  // text between elements
static_assert(is_refused<stop>(" <?xml version='1.0'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::bad_markup, 3, 5), "declaration_late");  // a declaration that is not first
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><?xml version='1.0'?></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 36, 38), "declaration_inside");  // a declaration inside
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><!></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 36, 36), "bang");  // a declaration of nothing
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><!ENTITY a 'b'></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 36, 36), "entity_declaration");  // an entity declared inside
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&nbsp;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 64, 67), "reference_nbsp");  // an entity of HTML, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&nbsp;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 35, 38), "reference_nbsp_unknown");  // an entity of HTML, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&nbsp;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 47, 50), "reference_nbsp_attribute");  // an entity of HTML, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&LT;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 64, 65), "reference_upper");  // an entity in upper case, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&LT;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 35, 36), "reference_upper_unknown");  // an entity in upper case, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&LT;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 47, 48), "reference_upper_attribute");  // an entity in upper case, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 64, 64), "reference_empty");  // a reference to nothing, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 35, 35), "reference_empty_unknown");  // a reference to nothing, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 47, 47), "reference_empty_attribute");  // a reference to nothing, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>& </name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 64, 64), "reference_space");  // an ampersand alone, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>& </unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 35, 35), "reference_space_unknown");  // an ampersand alone, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='& '/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 47, 47), "reference_space_attribute");  // an ampersand alone, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&lt<b/></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 66), "reference_open");  // an entity that does not end, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&lt<b/></unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 37), "reference_open_unknown");  // an entity that does not end, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&lt ;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 66), "reference_space_inside");  // white space in a reference, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&lt ;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 37), "reference_space_inside_unknown");  // white space in a reference, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&lt ;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 49), "reference_space_inside_attribute");  // white space in a reference, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&ampe;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 67, 67), "reference_longer");  // an entity whose name goes on, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&ampe;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 38, 38), "reference_longer_unknown");  // an entity whose name goes on, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&ampe;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 50, 50), "reference_longer_attribute");  // an entity whose name goes on, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&&amp;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 64, 64), "reference_two");  // two ampersands, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&&amp;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 35, 35), "reference_two_unknown");  // two ampersands, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&&amp;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 47, 47), "reference_two_attribute");  // two ampersands, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&lol9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 64, 67), "reference_custom");  // an entity that a DTD would declare, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&lol9;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 35, 38), "reference_custom_unknown");  // an entity that a DTD would declare, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&lol9;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 47, 50), "reference_custom_attribute");  // an entity that a DTD would declare, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&%a;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 64, 64), "reference_parameter");  // a parameter entity, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&%a;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 35, 35), "reference_parameter_unknown");  // a parameter entity, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&%a;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 47, 47), "reference_parameter_attribute");  // a parameter entity, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 65), "reference_decimal_empty");  // a number without digits, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 36), "reference_decimal_empty_unknown");  // a number without digits, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 48), "reference_decimal_empty_attribute");  // a number without digits, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#x;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 66), "reference_hex_empty");  // a hexadecimal number without digits, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#x;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 37), "reference_hex_empty_unknown");  // a hexadecimal number without digits, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#x;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 49), "reference_hex_empty_attribute");  // a hexadecimal number without digits, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#X41;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 67), "reference_hex_upper");  // an X in upper case, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#X41;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 38), "reference_hex_upper_unknown");  // an X in upper case, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#X41;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 50), "reference_hex_upper_attribute");  // an X in upper case, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#4A;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 66), "reference_hex_in_decimal");  // a hexadecimal digit in a decimal number, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#4A;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 37), "reference_hex_in_decimal_unknown");  // a hexadecimal digit in a decimal number, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#4A;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 49), "reference_hex_in_decimal_attribute");  // a hexadecimal digit in a decimal number, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#-65;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 65), "reference_sign");  // a number with a sign, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#-65;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 36), "reference_sign_unknown");  // a number with a sign, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#-65;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 48), "reference_sign_attribute");  // a number with a sign, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#+65;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 65), "reference_plus");  // a number with a plus, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#+65;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 36), "reference_plus_unknown");  // a number with a plus, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#+65;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 48), "reference_plus_attribute");  // a number with a plus, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#0;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 65), "reference_nul");  // NUL by reference, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#0;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 36), "reference_nul_unknown");  // NUL by reference, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#0;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 48), "reference_nul_attribute");  // NUL by reference, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#8;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 65), "reference_control");  // a control character by reference, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#8;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 36), "reference_control_unknown");  // a control character by reference, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#8;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 48), "reference_control_attribute");  // a control character by reference, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#xB;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 66), "reference_vertical_tab");  // a vertical tab by reference, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#xB;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 37), "reference_vertical_tab_unknown");  // a vertical tab by reference, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#xB;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 49), "reference_vertical_tab_attribute");  // a vertical tab by reference, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#xD800;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 69), "reference_surrogate");  // a surrogate by reference, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#xD800;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 40), "reference_surrogate_unknown");  // a surrogate by reference, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#xD800;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 52), "reference_surrogate_attribute");  // a surrogate by reference, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#xD83D;&#xDE00;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 69), "reference_surrogate_pair");  // a pair of surrogates by reference, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#xD83D;&#xDE00;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 40), "reference_surrogate_pair_unknown");  // a pair of surrogates by reference, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#xD83D;&#xDE00;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 52), "reference_surrogate_pair_attribute");  // a pair of surrogates by reference, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#xFFFE;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 69), "reference_fffe");  // U+FFFE by reference, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#xFFFE;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 40), "reference_fffe_unknown");  // U+FFFE by reference, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#xFFFE;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 52), "reference_fffe_attribute");  // U+FFFE by reference, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#xFFFF;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 69), "reference_ffff");  // U+FFFF by reference, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#xFFFF;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 40), "reference_ffff_unknown");  // U+FFFF by reference, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#xFFFF;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 52), "reference_ffff_attribute");  // U+FFFF by reference, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#x110000;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 71), "reference_past_end");  // past U+10FFFF, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#x110000;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 42), "reference_past_end_unknown");  // past U+10FFFF, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#x110000;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 54), "reference_past_end_attribute");  // past U+10FFFF, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#4294967361;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 74), "reference_past_32_bits");  // an A to who counts in 32 bits, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#4294967361;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 45), "reference_past_32_bits_unknown");  // an A to who counts in 32 bits, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#4294967361;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 57), "reference_past_32_bits_attribute");  // an A to who counts in 32 bits, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#18446744073709551681;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 65, 84), "reference_past_64_bits");  // an A to who counts in 64 bits, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#18446744073709551681;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 36, 55), "reference_past_64_bits_unknown");  // an A to who counts in 64 bits, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#18446744073709551681;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 48, 67), "reference_past_64_bits_attribute");  // an A to who counts in 64 bits, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#6\377;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 66, 66), "reference_not_utf8");  // a byte of no character in it, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>&#6\377;</unheardOf></StopInstancesResponse>"sv, errc::bad_reference, 37, 37), "reference_not_utf8_unknown");  // a byte of no character in it, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='&#6\377;'/></instancesSet></StopInstancesResponse>"sv, errc::bad_reference, 49, 49), "reference_not_utf8_attribute");  // a byte of no character in it, in an attribute
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&#x10FFFF;&#1114111;</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "reference_last");  // the last character
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>&#54;&#x34;</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "reference_in_code");  // a code by reference
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&lt;/name&gt;&#60;b/&#62;</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "reference_makes_no_tag");  // a tag by references is text
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>&amp;lt;&#38;#38;</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "reference_once");  // what a reference leaves is no reference
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a&amp;/></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 36, 36), "reference_in_name");  // a reference in a tag's name
static_assert(is_refused<stop>("<!-- -->&lt;<StopInstancesResponse></StopInstancesResponse>"sv, errc::bad_markup, 8, 8), "reference_outside");  // a reference before the root
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[stopping]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv), "section");  // a section in a member
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code><![CDATA[64]]></code></currentState></item></instancesSet></StopInstancesResponse>"sv), "section_in_code");  // a code in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[<![CDATA[x]]>]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_markup, 87, 87), "section_nested");  // a section in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![cdata[x]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_markup, 66, 66), "section_lower");  // a section in lower case
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA [x]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_markup, 71, 71), "section_space");  // a section with a space
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\001]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 72, 72), "section_control");  // a control character in a section
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[&nope;&#0;]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv), "section_reference");  // no reference in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[x]]</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::unexpected_end, 143, 143), "section_open");  // a section that does not end
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[]]]]]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv), "section_brackets");  // a section of brackets
static_assert(is_refused<stop>("<!-- --><![CDATA[x]]><StopInstancesResponse></StopInstancesResponse>"sv, errc::bad_markup, 10, 10), "section_before_root");  // a section before the root
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><![INCLUDE[x]]></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 37, 37), "section_conditional");  // a section of a DTD
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>6<!-- 5 -->4</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "comment_in_code");  // a comment in a code
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><!-- a -- --></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 43, 43), "comment_hyphens");  // two hyphens in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><!-- a ---></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 43, 44), "comment_three_hyphens");  // a comment that ends with three hyphens
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><!-- </unheardOf></StopInstancesResponse>"sv, errc::unexpected_end, 75, 75), "comment_open");  // a comment that does not end
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><!--></instancesSet></StopInstancesResponse>"sv, errc::unexpected_end, 81, 81), "comment_short");  // <!-->, which is no comment
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><!-- \002 --></unheardOf></StopInstancesResponse>"sv, errc::bad_character, 39, 39), "comment_control");  // a control character in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><!-- \377 --></unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 39, 39), "comment_not_utf8");  // a byte of no character in a comment
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><!-- <item><x></item> --></instancesSet></StopInstancesResponse>"sv), "comment_hides_nothing");  // an item in a comment is none
static_assert(is_read<stop>("<?a?><StopInstancesResponse><instancesSet><item><currentState><code>6<?b c?>4</code></currentState></item></instancesSet></StopInstancesResponse><?d?>"sv), "instruction");  // instructions everywhere
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><?XML a?></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 36, 38), "instruction_xml");  // an instruction called XML
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><?\?></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 36, 36), "instruction_empty");  // an instruction without a name
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><? a?></unheardOf></StopInstancesResponse>"sv, errc::bad_markup, 36, 36), "instruction_space");  // an instruction after a space
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><?a ></unheardOf></StopInstancesResponse>"sv, errc::unexpected_end, 75, 75), "instruction_open");  // an instruction that does not end
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><?a \003?></unheardOf></StopInstancesResponse>"sv, errc::bad_character, 38, 38), "instruction_control");  // a control character in an instruction
static_assert(is_read<stop>("<StopInstancesResponse><unheardOf><?php system('ls') ?></unheardOf></StopInstancesResponse>"sv), "instruction_php");  // a script
static_assert(is_refused<stop>("<?xml version='1.0'?><!DOCTYPE StopInstancesResponse><StopInstancesResponse><instancesSet><item><currentState><name>&l9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 21, 52), "doctype_plain");  // a DOCTYPE, plain
static_assert(is_refused<stop>("<?xml version='1.0'?><!DOCTYPE a SYSTEM 'file:///etc/passwd'><StopInstancesResponse><instancesSet><item><currentState><name>&l9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 21, 60), "doctype_system");  // a DOCTYPE, system
static_assert(is_refused<stop>("<?xml version='1.0'?><!DOCTYPE a PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'http://example.com/'><StopInstancesResponse><instancesSet><item><currentState><name>&l9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 21, 89), "doctype_public");  // a DOCTYPE, public
static_assert(is_refused<stop>("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///dev/random'>]><StopInstancesResponse><instancesSet><item><currentState><name>&l9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 21, 74), "doctype_external_entity");  // a DOCTYPE, external entity
static_assert(is_refused<stop>("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY % b SYSTEM 'http://example.com/'> %b;]><StopInstancesResponse><instancesSet><item><currentState><name>&l9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 21, 81), "doctype_parameter_entity");  // a DOCTYPE, parameter entity
static_assert(is_refused<stop>("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]><StopInstancesResponse><instancesSet><item><currentState><name>&l9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 21, 69), "doctype_recursive");  // a DOCTYPE, recursive
static_assert(is_refused<stop>("<?xml version='1.0'?><!DOCTYPE a [<!ATTLIST code x CDATA '64'>]><StopInstancesResponse><instancesSet><item><currentState><name>&l9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 21, 63), "doctype_default_attribute");  // a DOCTYPE, default attribute
static_assert(is_refused<stop>("<?xml version='1.0'?><!DOCTYPE<StopInstancesResponse><instancesSet><item><currentState><name>&l9;</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 21, 29), "doctype_open");  // a DOCTYPE, open
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><!DOCTYPE a></unheardOf></StopInstancesResponse>"sv, errc::doctype, 34, 45), "doctype_inside");  // a DOCTYPE inside the root
static_assert(is_refused<stop>("<StopInstancesResponse></StopInstancesResponse><!DOCTYPE a>"sv, errc::doctype, 47, 58), "doctype_after");  // a DOCTYPE after the root
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><!DOCTYPE a></item></instancesSet></StopInstancesResponse>"sv, errc::doctype, 43, 54), "doctype_in_item");  // a DOCTYPE in an item
static_assert(is_read<stop>("<?xml version='1.0' encoding='utf-8'?><StopInstancesResponse></StopInstancesResponse>"sv), "utf8_lower");  // utf-8 in lower case
static_assert(is_read<stop>("\357\273\277<StopInstancesResponse></StopInstancesResponse>"sv), "mark");  // a byte order mark
static_assert(is_read<stop>("\357\273\277<?xml version='1.0' encoding='UTF-8'?><StopInstancesResponse></StopInstancesResponse>"sv), "mark_declaration");  // a mark and a declaration
static_assert(is_refused<stop>("\357\273\277\357\273\277<StopInstancesResponse></StopInstancesResponse>"sv, errc::not_a_document, 3, 5), "mark_twice");  // two byte order marks
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\357\273\277</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "mark_inside");  // a byte order mark in text is a character
static_assert(is_refused<stop>("<?xml version='1.0' encoding='ISO-8859-1'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_encoding, 30, 39), "declared_iso-8859-1");  // a declaration of ISO-8859-1
static_assert(is_refused<stop>("<?xml version='1.0' encoding='UTF-16'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_encoding, 30, 35), "declared_utf-16");  // a declaration of UTF-16
static_assert(is_refused<stop>("<?xml version='1.0' encoding='UTF-7'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_encoding, 30, 34), "declared_utf-7");  // a declaration of UTF-7
static_assert(is_refused<stop>("<?xml version='1.0' encoding='UTF8'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_encoding, 30, 33), "declared_utf8");  // a declaration of UTF8
static_assert(is_refused<stop>("<?xml version='1.0' encoding='utf_8'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_encoding, 30, 34), "declared_utf_8");  // a declaration of utf_8
static_assert(is_refused<stop>("<?xml version='1.0' encoding='windows-1252'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_encoding, 30, 41), "declared_windows-1252");  // a declaration of windows-1252
static_assert(is_refused<stop>("<?xml version='1.0' encoding='UCS-4'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_encoding, 30, 34), "declared_ucs-4");  // a declaration of UCS-4
static_assert(is_refused<stop>("<?xml version='1.0' encoding='x'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_encoding, 30, 30), "declared_x");  // a declaration of x
static_assert(is_refused<stop>("\377\376<\000a\000/\000>\000"sv, errc::unsupported_encoding, 0, 1), "utf16_le");  // UTF-16, little end first
static_assert(is_refused<stop>("\376\377\000<\000a\000/\000>"sv, errc::unsupported_encoding, 0, 1), "utf16_be");  // UTF-16, big end first
static_assert(is_refused<stop>("\000<\000a\000/\000>"sv, errc::not_a_document, 0, 7), "utf16_no_mark");  // UTF-16 without a mark
static_assert(is_refused<stop>("<\000a\000/\000>\000"sv, errc::bad_character, 1, 1), "utf16_le_no_mark");  // UTF-16 without a mark, little end first
static_assert(is_refused<stop>("\377\376\000\000<\000\000\000"sv, errc::unsupported_encoding, 0, 3), "utf32_le");  // UTF-32
static_assert(is_refused<stop>("<?xml version='1.1'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_version, 15, 18), "version_1.1");  // version '1.1'
static_assert(is_refused<stop>("<?xml version='1'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_version, 15, 16), "version_1");  // version '1'
static_assert(is_refused<stop>("<?xml version='2.0'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_version, 15, 18), "version_2.0");  // version '2.0'
static_assert(is_refused<stop>("<?xml version='1.0.0'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_version, 15, 20), "version_1.0.0");  // version '1.0.0'
static_assert(is_refused<stop>("<?xml version='01.0'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_version, 15, 19), "version_01.0");  // version '01.0'
static_assert(is_refused<stop>("<?xml version=''?><StopInstancesResponse></StopInstancesResponse>"sv, errc::unsupported_version, 15, 15), "version_empty");  // version ''
static_assert(is_refused<stop>("<?xml encoding='UTF-8'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::bad_markup, 6, 13), "version_missing");  // a declaration without a version
static_assert(is_refused<stop>("<?xml version='1.0'><StopInstancesResponse></StopInstancesResponse>"sv, errc::bad_markup, 19, 19), "version_open");  // a declaration that ends without ?
static_assert(is_refused<stop>("<?xml version='1.0' standalone='maybe'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::bad_markup, 32, 36), "standalone_bad");  // standalone that is neither yes nor no
static_assert(is_refused<stop>("<?xml version='1.0' standalone='no' encoding='UTF-8'?><StopInstancesResponse></StopInstancesResponse>"sv, errc::bad_markup, 36, 43), "declaration_order");  // standalone before encoding
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\200</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 63, 63), "utf8_continuation");  // a continuation byte alone, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\200</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 34, 34), "utf8_continuation_unknown");  // a continuation byte alone, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\200'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 46, 46), "utf8_continuation_attribute");  // a continuation byte alone, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\200--></StopInstancesResponse>"sv, errc::not_utf8, 27, 27), "utf8_continuation_comment");  // a continuation byte alone, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\200]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 72, 72), "utf8_continuation_section");  // a continuation byte alone, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\300\200</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 63, 64), "utf8_overlong_2");  // an overlong NUL, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\300\200</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 34, 35), "utf8_overlong_2_unknown");  // an overlong NUL, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\300\200'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 46, 47), "utf8_overlong_2_attribute");  // an overlong NUL, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\300\200--></StopInstancesResponse>"sv, errc::not_utf8, 27, 28), "utf8_overlong_2_comment");  // an overlong NUL, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\300\200]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 72, 73), "utf8_overlong_2_section");  // an overlong NUL, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\300\257</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 63, 64), "utf8_overlong_slash");  // an overlong slash, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\300\257</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 34, 35), "utf8_overlong_slash_unknown");  // an overlong slash, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\300\257'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 46, 47), "utf8_overlong_slash_attribute");  // an overlong slash, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\300\257--></StopInstancesResponse>"sv, errc::not_utf8, 27, 28), "utf8_overlong_slash_comment");  // an overlong slash, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\300\257]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 72, 73), "utf8_overlong_slash_section");  // an overlong slash, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\300\274</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 63, 64), "utf8_overlong_less_than");  // an overlong <, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\300\274</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 34, 35), "utf8_overlong_less_than_unknown");  // an overlong <, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\300\274'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 46, 47), "utf8_overlong_less_than_attribute");  // an overlong <, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\300\274--></StopInstancesResponse>"sv, errc::not_utf8, 27, 28), "utf8_overlong_less_than_comment");  // an overlong <, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\300\274]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 72, 73), "utf8_overlong_less_than_section");  // an overlong <, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\340\200\200</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 64, 64), "utf8_overlong_3");  // an overlong character of three bytes, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\340\200\200</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 35, 35), "utf8_overlong_3_unknown");  // an overlong character of three bytes, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\340\200\200'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 47, 47), "utf8_overlong_3_attribute");  // an overlong character of three bytes, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\340\200\200--></StopInstancesResponse>"sv, errc::not_utf8, 28, 28), "utf8_overlong_3_comment");  // an overlong character of three bytes, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\340\200\200]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 73, 73), "utf8_overlong_3_section");  // an overlong character of three bytes, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\360\200\200\200</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 64, 64), "utf8_overlong_4");  // an overlong character of four bytes, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\360\200\200\200</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 35, 35), "utf8_overlong_4_unknown");  // an overlong character of four bytes, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\360\200\200\200'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 47, 47), "utf8_overlong_4_attribute");  // an overlong character of four bytes, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\360\200\200\200--></StopInstancesResponse>"sv, errc::not_utf8, 28, 28), "utf8_overlong_4_comment");  // an overlong character of four bytes, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\360\200\200\200]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 73, 73), "utf8_overlong_4_section");  // an overlong character of four bytes, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\355\240\200</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 64, 64), "utf8_surrogate");  // a surrogate, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\355\240\200</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 35, 35), "utf8_surrogate_unknown");  // a surrogate, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\355\240\200'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 47, 47), "utf8_surrogate_attribute");  // a surrogate, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\355\240\200--></StopInstancesResponse>"sv, errc::not_utf8, 28, 28), "utf8_surrogate_comment");  // a surrogate, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\355\240\200]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 73, 73), "utf8_surrogate_section");  // a surrogate, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\355\240\275\355\270\200</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 64, 64), "utf8_cesu");  // a pair of surrogates, each in three bytes, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\355\240\275\355\270\200</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 35, 35), "utf8_cesu_unknown");  // a pair of surrogates, each in three bytes, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\355\240\275\355\270\200'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 47, 47), "utf8_cesu_attribute");  // a pair of surrogates, each in three bytes, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\355\240\275\355\270\200--></StopInstancesResponse>"sv, errc::not_utf8, 28, 28), "utf8_cesu_comment");  // a pair of surrogates, each in three bytes, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\355\240\275\355\270\200]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 73, 73), "utf8_cesu_section");  // a pair of surrogates, each in three bytes, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\364\220\200\200</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 64, 64), "utf8_past_end");  // past U+10FFFF, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\364\220\200\200</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 35, 35), "utf8_past_end_unknown");  // past U+10FFFF, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\364\220\200\200'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 47, 47), "utf8_past_end_attribute");  // past U+10FFFF, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\364\220\200\200--></StopInstancesResponse>"sv, errc::not_utf8, 28, 28), "utf8_past_end_comment");  // past U+10FFFF, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\364\220\200\200]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 73, 73), "utf8_past_end_section");  // past U+10FFFF, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\370\210\200\200\200</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 63, 63), "utf8_five_bytes");  // five bytes, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\370\210\200\200\200</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 34, 34), "utf8_five_bytes_unknown");  // five bytes, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\370\210\200\200\200'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 46, 46), "utf8_five_bytes_attribute");  // five bytes, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\370\210\200\200\200--></StopInstancesResponse>"sv, errc::not_utf8, 27, 27), "utf8_five_bytes_comment");  // five bytes, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\370\210\200\200\200]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 72, 72), "utf8_five_bytes_section");  // five bytes, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\377</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 63, 63), "utf8_ff");  // FF, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\377</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 34, 34), "utf8_ff_unknown");  // FF, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\377'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 46, 46), "utf8_ff_attribute");  // FF, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\377--></StopInstancesResponse>"sv, errc::not_utf8, 27, 27), "utf8_ff_comment");  // FF, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\377]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 72, 72), "utf8_ff_section");  // FF, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\303x</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 64, 64), "utf8_short_2");  // a character of two bytes without its second, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\303x</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 35, 35), "utf8_short_2_unknown");  // a character of two bytes without its second, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\303x'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 47, 47), "utf8_short_2_attribute");  // a character of two bytes without its second, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\303x--></StopInstancesResponse>"sv, errc::not_utf8, 28, 28), "utf8_short_2_comment");  // a character of two bytes without its second, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\303x]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 73, 73), "utf8_short_2_section");  // a character of two bytes without its second, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\342\202x</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 65, 65), "utf8_short_3");  // a character of three bytes without its third, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\342\202x</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 36, 36), "utf8_short_3_unknown");  // a character of three bytes without its third, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\342\202x'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 48, 48), "utf8_short_3_attribute");  // a character of three bytes without its third, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\342\202x--></StopInstancesResponse>"sv, errc::not_utf8, 29, 29), "utf8_short_3_comment");  // a character of three bytes without its third, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\342\202x]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 74, 74), "utf8_short_3_section");  // a character of three bytes without its third, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\360\237\230x</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 66, 66), "utf8_short_4");  // a character of four bytes without its fourth, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\360\237\230x</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 37, 37), "utf8_short_4_unknown");  // a character of four bytes without its fourth, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\360\237\230x'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 49, 49), "utf8_short_4_attribute");  // a character of four bytes without its fourth, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--\360\237\230x--></StopInstancesResponse>"sv, errc::not_utf8, 30, 30), "utf8_short_4_comment");  // a character of four bytes without its fourth, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\360\237\230x]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 75, 75), "utf8_short_4_section");  // a character of four bytes without its fourth, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>caf\351 x</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 67, 67), "utf8_latin1");  // Latin-1, in a member
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>caf\351 x</unheardOf></StopInstancesResponse>"sv, errc::not_utf8, 38, 38), "utf8_latin1_unknown");  // Latin-1, in no member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='caf\351 x'/></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 50, 50), "utf8_latin1_attribute");  // Latin-1, in an attribute
static_assert(is_refused<stop>("<StopInstancesResponse><!--caf\351 x--></StopInstancesResponse>"sv, errc::not_utf8, 31, 31), "utf8_latin1_comment");  // Latin-1, in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[caf\351 x]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::not_utf8, 76, 76), "utf8_latin1_section");  // Latin-1, in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\000</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 63, 63), "nul_member");  // a NUL in a member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\033[2J</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 63, 63), "escape_member");  // an escape character in a member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\357\277\276</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 63, 65), "fffe_member");  // U+FFFE in a member
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>\000</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 63, 63), "nul_code");  // a NUL in a code
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>\033[2J</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 63, 63), "escape_code");  // an escape character in a code
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>\357\277\276</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 63, 65), "fffe_code");  // U+FFFE in a code
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\000</unheardOf></StopInstancesResponse>"sv, errc::bad_character, 34, 34), "nul_unknown");  // a NUL in a unknown
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\033[2J</unheardOf></StopInstancesResponse>"sv, errc::bad_character, 34, 34), "escape_unknown");  // an escape character in a unknown
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf>\357\277\276</unheardOf></StopInstancesResponse>"sv, errc::bad_character, 34, 36), "fffe_unknown");  // U+FFFE in a unknown
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\000]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 72, 72), "nul_section");  // a NUL in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\033[2J]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 72, 72), "escape_section");  // an escape character in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name><![CDATA[\357\277\276]]></name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 72, 74), "fffe_section");  // U+FFFE in a section
static_assert(is_refused<stop>("<StopInstancesResponse><!--\000--></StopInstancesResponse>"sv, errc::bad_character, 27, 27), "nul_comment");  // a NUL in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><!--\033[2J--></StopInstancesResponse>"sv, errc::bad_character, 27, 27), "escape_comment");  // an escape character in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><!--\357\277\276--></StopInstancesResponse>"sv, errc::bad_character, 27, 29), "fffe_comment");  // U+FFFE in a comment
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\000'/></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 46, 46), "nul_attribute");  // a NUL in a attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\033[2J'/></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 46, 46), "escape_attribute");  // an escape character in a attribute
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item a='\357\277\276'/></instancesSet></StopInstancesResponse>"sv, errc::bad_character, 46, 48), "fffe_attribute");  // U+FFFE in a attribute
static_assert(is_refused<stop>("<StopInstancesResponse><?a \000?></StopInstancesResponse>"sv, errc::bad_character, 27, 27), "nul_instruction");  // a NUL in a instruction
static_assert(is_refused<stop>("<StopInstancesResponse><?a \033[2J?></StopInstancesResponse>"sv, errc::bad_character, 27, 27), "escape_instruction");  // an escape character in a instruction
static_assert(is_refused<stop>("<StopInstancesResponse><?a \357\277\276?></StopInstancesResponse>"sv, errc::bad_character, 27, 29), "fffe_instruction");  // U+FFFE in a instruction
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet>\000</instancesSet></StopInstancesResponse>"sv, errc::bad_character, 37, 37), "nul_list");  // a NUL in a list
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet>\033[2J</instancesSet></StopInstancesResponse>"sv, errc::bad_character, 37, 37), "escape_list");  // an escape character in a list
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet>\357\277\276</instancesSet></StopInstancesResponse>"sv, errc::bad_character, 37, 39), "fffe_list");  // U+FFFE in a list
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a\000/></unheardOf></StopInstancesResponse>"sv, errc::bad_character, 36, 36), "nul_in_tag");  // a NUL in a tag's name
static_assert(is_refused<stop>("<StopInstancesResponse><unheardOf><a></a\000></unheardOf></StopInstancesResponse>"sv, errc::bad_character, 40, 40), "nul_in_end_tag");  // a NUL in an end tag's name
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\177\302\200\302\237</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "del");  // DEL and C1 controls are characters
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>\357\267\220\360\237\277\276</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "noncharacters");  // U+FDD0 and U+1FFFE are characters to XML
static_assert(is_read<stop>("<?xml version='1.0'?>\r\n<StopInstancesResponse><instancesSet><item><currentState><name>a\r\nb\rc</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "crlf");  // lines that end with CR LF
static_assert(is_read<stop>("<e:StopInstancesResponse xmlns:e='x'><e:requestId>r</e:requestId></e:StopInstancesResponse>"sv), "prefix");  // a prefix on every name
static_assert(is_read<stop>("<StopInstancesResponse><x:instancesSet><item><code>x</code></item></x:instancesSet></StopInstancesResponse>"sv), "prefix_of_another");  // a member with another prefix is unknown
static_assert(is_read<stop>("<e:StopInstancesResponse xmlns:e='x'><requestId><b/></requestId></e:StopInstancesResponse>"sv), "prefix_missing");  // a member without the root's prefix is unknown
static_assert(is_read<stop>("<StopInstancesResponse><requestId>a</requestId><x:requestId>b</x:requestId></StopInstancesResponse>"sv), "prefix_twice");  // a member and one with another prefix are two
static_assert(is_read<stop>("<StopInstancesResponse><unheardOf><:a></:a></unheardOf></StopInstancesResponse>"sv), "prefix_empty");  // a name that begins with a colon
static_assert(is_read<stop>("<StopInstancesResponse><unheardOf><z:a z:b=''/></unheardOf></StopInstancesResponse>"sv), "prefix_unbound");  // a prefix that nothing declares
static_assert(is_read<stop>("<StopInstancesResponse xmlns='http://example.com/'><requestId/></StopInstancesResponse>"sv), "namespace_of_another");  // the namespace of another service
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item xmlns='http://example.com/'><instanceId>i-1</instanceId></item></instancesSet></StopInstancesResponse>"sv), "namespace_inside");  // a namespace declared on an item
static_assert(is_refused<stop>("<e:StopInstancesResponse xmlns:e='x'><e:requestId/><e:requestId/></e:StopInstancesResponse>"sv, errc::duplicate_member, 51, 64), "prefix_duplicate");  // a member twice, with the root's prefix
static_assert(is_refused<stop>("<e:Response xmlns:e='x'><e:Errors><e:Error><e:Code>A</e:Code></e:Error></e:Errors></e:Response>"sv, errc::service_error, 0, 23), "prefix_error");  // an error document with a prefix
static_assert(is_refused<stop>("<StopInstancesResponse><requestId>a</requestId><requestId>b</requestId></StopInstancesResponse>"sv, errc::duplicate_member, 47, 57), "request_id_twice");  // two request ids
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet/><instancesSet/></StopInstancesResponse>"sv, errc::duplicate_member, 38, 52), "list_twice");  // two lists
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>16</code><code>80</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::duplicate_member, 72, 77), "code_twice");  // two codes
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState/><currentState/></item></instancesSet></StopInstancesResponse>"sv, errc::duplicate_member, 58, 72), "state_twice");  // two current states
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><instanceId>a</instanceId><currentState/><instanceId>b</instanceId></item></instancesSet></StopInstancesResponse>"sv, errc::duplicate_member, 84, 95), "id_twice_apart");  // two instance ids, apart
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>16</code><code>16</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::duplicate_member, 72, 77), "code_twice_equal");  // the same code twice
static_assert(is_refused<stop>("<Response><Errors><Error><Code>A</Code><Code>B</Code></Error></Errors></Response>"sv, errc::duplicate_member, 39, 44), "error_code_twice");  // two codes in one error
static_assert(is_read<stop>("<StopInstancesResponse><a/><a/></StopInstancesResponse>"sv), "unknown_twice");  // an unknown member twice
static_assert(is_read<stop>("<StopInstancesResponse><new><instancesSet><item><currentState><code>x</code></currentState></item></instancesSet><requestId/><requestId/></new></StopInstancesResponse>"sv), "list_in_unknown");  // a list in an unknown member is none of ours
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><new><item><currentState><code>x</code></currentState></item></new><item/></instancesSet></StopInstancesResponse>"sv), "item_in_unknown");  // an item in an unknown member of the list
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><new><code>x</code></new><code>16</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_in_unknown");  // a code in an unknown member of the state
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><code>x</code><name><b/></name></item></instancesSet></StopInstancesResponse>"sv), "code_in_item");  // a code that is no member of an item
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><instancesSet><item/></instancesSet></item></instancesSet></StopInstancesResponse>"sv), "list_in_item");  // a list in an item
static_assert(is_read<stop>("<StopInstancesResponse><item/><member/></StopInstancesResponse>"sv), "items_in_root");  // items without their list
static_assert(is_read<stop>("<StopInstancesResponse><instancesSets><item><b/></item></instancesSets><instancesSe/><RequestId><b/></RequestId><requestIds/><requestI/></StopInstancesResponse>"sv), "similar_names");  // names that go on, or end early
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>run<b/>ning</name></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::unexpected_element, 66, 69), "element_in_text");  // an element in a text
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code><b>64</b></code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::unexpected_element, 63, 65), "element_in_code");  // an element in a code
static_assert(is_refused<stop>("<StopInstancesResponse><requestId><a/></requestId></StopInstancesResponse>"sv, errc::unexpected_element, 34, 37), "element_in_id");  // an element in the request id
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item>i-1</item></instancesSet></StopInstancesResponse>"sv), "item_text");  // an item that is text
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code></code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 63), "code_00");  // a code of no digits
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code> </code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 64), "code_01");  // a code of no digits
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>x</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 63), "code_02");  // the code 'x'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1x</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 64), "code_03");  // the code '1x'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>x16</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 63), "code_04");  // the code 'x16'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>sixteen</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 69), "code_05");  // the code 'sixteen'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1 6</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 64), "code_06");  // the code '1 6'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>+16</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 63), "code_07");  // the code '+16'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>-16</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 65), "code_08");  // the code '-16'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>-0</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 64), "code_09");  // the code '-0'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>16.0</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 65, 65), "code_10");  // the code '16.0'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>16.</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 65, 65), "code_11");  // the code '16.'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>.5</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 63), "code_12");  // the code '.5'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1e1</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 64), "code_13");  // the code '1e1'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>0x10</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 64), "code_14");  // the code '0x10'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>0b1</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 64), "code_15");  // the code '0b1'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1_0</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 64), "code_16");  // the code '1_0'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1,0</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 64), "code_17");  // the code '1,0'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>65536</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 67, 67), "code_18");  // the code '65536'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>99999</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 67, 67), "code_19");  // the code '99999'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>2147483648</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 72), "code_20");  // the code '2147483648'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>4294967312</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 72), "code_21");  // the code '4294967312'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>18446744073709551632</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 82), "code_22");  // the code '18446744073709551632'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>\331\243</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 64), "code_23");  // the code '??'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1\357\274\226</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 66), "code_24");  // the code '1???'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>null</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 66), "code_25");  // the code 'null'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>true</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 66), "code_26");  // the code 'true'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>running</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 69), "code_27");  // the code 'running'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>NaN</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 65), "code_28");  // the code 'NaN'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>16L</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 65), "code_29");  // the code '16L'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>0-</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 64), "code_30");  // the code '0-'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>--1</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 65), "code_31");  // the code '--1'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1;</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 64), "code_32");  // the code '1;'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>'16'</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 66), "code_33");  // the code ''16''
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>#16</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 65), "code_34");  // the code '#16'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code> \t\n\r</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 67), "code_35");  // a code of no digits
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>16 16</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 65, 67), "code_36");  // the code '16 16'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1\302\2406</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 64, 65), "code_37");  // the code '1??6'
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>1&#120;</code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 69), "code_reference_bad");  // a bad code by reference
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code><![CDATA[1x]]></code></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 63, 76), "code_section_bad");  // a bad code in a section
static_assert(is_refused<stop>("<StopInstancesResponse><instancesSet><item><currentState><code/></currentState></item></instancesSet></StopInstancesResponse>"sv, errc::bad_value, 62, 64), "code_empty_tag");  // a code of an empty tag
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>0</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_good_619");  // the code 0, which is one
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>16</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_good_620");  // the code 16, which is one
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>65535</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_good_621");  // the code 65535, which is one
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>00016</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_good_622");  // the code 00016, which is one
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code> 16 </code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_good_623");  // the code 16, which is one
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>\n\t16\r\n</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_good_624");  // the code 16, which is one
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>256</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_good_625");  // the code 256, which is one
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>272</code></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_good_626");  // the code 272, which is one
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><name>running</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_missing");  // a state without a code
static_assert(is_read<stop>("<StopInstancesResponse><instancesSet><item><currentState><code>80</code><name>running</name></currentState></item></instancesSet></StopInstancesResponse>"sv), "code_disagrees");  // a code and a name that disagree
static_assert(is_refused<scalars>("<PutScalarsResponse><Flag>TRUE</Flag></PutScalarsResponse>"sv, errc::bad_value, 26, 30), "flag_0");  // a flag of 'TRUE'
static_assert(is_refused<scalars>("<PutScalarsResponse><Flag>1</Flag></PutScalarsResponse>"sv, errc::bad_value, 26, 27), "flag_1");  // a flag of '1'
static_assert(is_refused<scalars>("<PutScalarsResponse><Flag>yes</Flag></PutScalarsResponse>"sv, errc::bad_value, 26, 29), "flag_2");  // a flag of 'yes'
static_assert(is_refused<scalars>("<PutScalarsResponse><Flag>truex</Flag></PutScalarsResponse>"sv, errc::bad_value, 26, 31), "flag_3");  // a flag of 'truex'
static_assert(is_refused<scalars>("<PutScalarsResponse><Flag>tru</Flag></PutScalarsResponse>"sv, errc::bad_value, 26, 29), "flag_4");  // a flag of 'tru'
static_assert(is_refused<scalars>("<PutScalarsResponse><Flag></Flag></PutScalarsResponse>"sv, errc::bad_value, 26, 26), "flag_5");  // a flag of ''
static_assert(is_refused<scalars>("<PutScalarsResponse><I8>128</I8></PutScalarsResponse>"sv, errc::bad_value, 24, 27), "i8_0");  // a i8 of '128'
static_assert(is_refused<scalars>("<PutScalarsResponse><I8>-129</I8></PutScalarsResponse>"sv, errc::bad_value, 24, 28), "i8_1");  // a i8 of '-129'
static_assert(is_refused<scalars>("<PutScalarsResponse><I8>+1</I8></PutScalarsResponse>"sv, errc::bad_value, 24, 26), "i8_2");  // a i8 of '+1'
static_assert(is_refused<scalars>("<PutScalarsResponse><U8>256</U8></PutScalarsResponse>"sv, errc::bad_value, 24, 27), "u8_0");  // a u8 of '256'
static_assert(is_refused<scalars>("<PutScalarsResponse><U8>-1</U8></PutScalarsResponse>"sv, errc::bad_value, 24, 26), "u8_1");  // a u8 of '-1'
static_assert(is_refused<scalars>("<PutScalarsResponse><I32>2147483648</I32></PutScalarsResponse>"sv, errc::bad_value, 25, 35), "i32_0");  // a i32 of '2147483648'
static_assert(is_refused<scalars>("<PutScalarsResponse><I32>-2147483649</I32></PutScalarsResponse>"sv, errc::bad_value, 25, 36), "i32_1");  // a i32 of '-2147483649'
static_assert(is_refused<scalars>("<PutScalarsResponse><I64>9223372036854775808</I64></PutScalarsResponse>"sv, errc::bad_value, 25, 44), "i64_0");  // a i64 of '9223372036854775808'
static_assert(is_refused<scalars>("<PutScalarsResponse><I64>-9223372036854775809</I64></PutScalarsResponse>"sv, errc::bad_value, 25, 45), "i64_1");  // a i64 of '-9223372036854775809'
static_assert(is_refused<scalars>("<PutScalarsResponse><U64>18446744073709551616</U64></PutScalarsResponse>"sv, errc::bad_value, 25, 45), "u64_0");  // a u64 of '18446744073709551616'
static_assert(is_refused<scalars>("<PutScalarsResponse><Blob>A</Blob></PutScalarsResponse>"sv, errc::bad_value, 26, 27), "blob_0");  // a blob of 'A'
static_assert(is_refused<scalars>("<PutScalarsResponse><Blob>A*==</Blob></PutScalarsResponse>"sv, errc::bad_value, 26, 30), "blob_1");  // a blob of 'A*=='
static_assert(is_refused<scalars>("<PutScalarsResponse><Blob>AAA</Blob></PutScalarsResponse>"sv, errc::bad_value, 26, 29), "blob_2");  // a blob of 'AAA'
static_assert(is_refused<scalars>("<PutScalarsResponse><Blob>=AAA</Blob></PutScalarsResponse>"sv, errc::bad_value, 26, 30), "blob_3");  // a blob of '=AAA'
static_assert(is_refused<scalars>("<PutScalarsResponse><Blob>AA=A</Blob></PutScalarsResponse>"sv, errc::bad_value, 26, 30), "blob_4");  // a blob of 'AA=A'
static_assert(is_refused<scalars>("<PutScalarsResponse><Blob>AB==</Blob></PutScalarsResponse>"sv, errc::bad_value, 26, 30), "blob_5");  // a blob of 'AB=='
static_assert(is_refused<scalars>("<PutScalarsResponse><Blob>AA-_</Blob></PutScalarsResponse>"sv, errc::bad_value, 26, 30), "blob_6");  // a blob of 'AA-_'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime></DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 30), "date_time_0");  // a date_time of ''
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>2026-13-01T00:00:00Z</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 50), "date_time_1");  // a date_time of '2026-13-01T00:00:00Z'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>2026-02-30T00:00:00Z</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 50), "date_time_2");  // a date_time of '2026-02-30T00:00:00Z'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>2026-01-01T24:00:00Z</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 50), "date_time_3");  // a date_time of '2026-01-01T24:00:00Z'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>2026-01-01T00:00:61Z</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 50), "date_time_4");  // a date_time of '2026-01-01T00:00:61Z'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>2026-01-01T00:00:00</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 49), "date_time_5");  // a date_time of '2026-01-01T00:00:00'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>2026-01-01 00:00:00Z</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 50), "date_time_6");  // a date_time of '2026-01-01 00:00:00Z'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>2026-01-01T00:00:00.Z</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 51), "date_time_7");  // a date_time of '2026-01-01T00:00:00.Z'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>yesterday</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 39), "date_time_8");  // a date_time of 'yesterday'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>1e5</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 33), "date_time_9");  // a date_time of '1e5'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>NaN</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 33), "date_time_10");  // a date_time of 'NaN'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>99999999999999999999</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 50), "date_time_11");  // a date_time of '99999999999999999999'
static_assert(is_refused<scalars>("<PutScalarsResponse><DateTime>Mon, 21 Nov 2026 00:00:00 GMT</DateTime></PutScalarsResponse>"sv, errc::bad_value, 30, 59), "date_time_12");  // a date_time of 'Mon, 21 Nov 2026 00:00:00 GMT'
static_assert(is_read<scalars>("<PutScalarsResponse><Paint>ultraviolet</Paint></PutScalarsResponse>"sv), "enum_of_tomorrow");  // an enumeration's value of tomorrow
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><key>a</key><value>1</value></entry><entry><value/><key/></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_map");  // an awsQuery reply: map
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult><Attributes/></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_map_empty");  // an awsQuery reply: map empty
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult><Attributes><new/><entry><key>a</key><value>1</value></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_map_unknown_child");  // an awsQuery reply: map unknown child
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><key>a</key><new><key/></new><value/></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_map_unknown_in_entry");  // an awsQuery reply: map unknown in entry
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><key>a</key><value>1</value></entry><entry><key>a</key><value>1</value></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_map_key_twice_over");  // an awsQuery reply: map key twice over
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult><Note><Id>a</Id><Text>1</Text></Note><Owner>o</Owner><Note><Text>2</Text><Id>b</Id></Note></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_map_flattened");  // an awsQuery reply: map flattened
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult><Teams><entry><key>a</key><value><member>x</member><member/></value></entry></Teams></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_map_of_lists");  // an awsQuery reply: map of lists
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult><Rows><member><member>1</member></member><member/></Rows></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_rows");  // an awsQuery reply: rows
static_assert(is_read<topic>("<GetTopicResponse><GetTopicResult></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv), "aws_nothing");  // an awsQuery reply: nothing
static_assert(is_read<topic>("<GetTopicResponse><ResponseMetadata/></GetTopicResponse>"sv), "aws_result_missing");  // no result
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult/><GetTopicResult/></GetTopicResponse>"sv, errc::duplicate_member, 35, 51), "aws_result_twice");  // two results
static_assert(is_refused<topic>("<GetTopicResponse><ResponseMetadata/><ResponseMetadata/></GetTopicResponse>"sv, errc::duplicate_member, 37, 55), "aws_metadata_twice");  // two metadata
static_assert(is_read<topic>("<GetTopicResponse><GetQueueResult><Owner><b/></Owner></GetQueueResult></GetTopicResponse>"sv), "aws_result_of_another");  // the result of another operation is unknown
static_assert(is_refused<topic>("<GetQueueResponse/>"sv, errc::wrong_root, 1, 16), "aws_other_root");  // the reply of another operation
static_assert(is_refused<topic>("<ErrorResponse><Error><Type>Sender</Type><Code>A</Code></Error></ErrorResponse>"sv, errc::service_error, 0, 14), "aws_error");  // an error of the service
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry/></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::missing_member, 46, 53), "aws_entry_empty");  // an awsQuery reply: entry empty
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><value>1</value></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::missing_member, 46, 76), "aws_entry_without_key");  // an awsQuery reply: entry without key
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><key>a</key></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::missing_member, 46, 72), "aws_entry_without_value");  // an awsQuery reply: entry without value
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><key>a</key><key>b</key><value/></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::duplicate_member, 65, 69), "aws_entry_two_keys");  // an awsQuery reply: entry two keys
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><value/><key>a</key><value/></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::duplicate_member, 73, 80), "aws_entry_two_values");  // an awsQuery reply: entry two values
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><key>a</key></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::mismatched_tag, 67, 76), "aws_entry_cut");  // an awsQuery reply: entry cut
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes/><Attributes/></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::duplicate_member, 47, 59), "aws_map_twice");  // an awsQuery reply: map twice
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Note><Text>1</Text></Note></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::missing_member, 34, 60), "aws_note_without_key");  // an awsQuery reply: note without key
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Ranks><entry><key>a</key><value>first</value></entry></Ranks></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::bad_value, 67, 71), "aws_rank_of_words");  // an awsQuery reply: rank of words
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Ranks><entry><key>a</key><value>2147483648</value></entry></Ranks></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::bad_value, 67, 76), "aws_rank_too_large");  // an awsQuery reply: rank too large
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><key>a<b/></key><value/></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::unexpected_element, 59, 62), "aws_element_in_key");  // an awsQuery reply: element in key
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Attributes><entry><key>&a;</key><value/></entry></Attributes></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::bad_reference, 59, 60), "aws_reference_in_key");  // an awsQuery reply: reference in key
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Rows><member><member>x</member></member></Rows></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::bad_value, 56, 56), "aws_row_of_words");  // an awsQuery reply: row of words
static_assert(is_refused<topic>("<GetTopicResponse><GetTopicResult><Owner/><Owner/></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetTopicResponse>"sv, errc::duplicate_member, 42, 49), "aws_owner_twice");  // an awsQuery reply: owner twice
static_assert(is_read<fleet>("<ListFleetResponse><extra><key>a</key></extra><next>n</next><extra/></ListFleetResponse>"sv), "flattened_interleaved");  // a flattened list among other members
static_assert(is_refused<fleet>("<ListFleetResponse><groupSet><item><machineSet><item><tagSet><item><key>a</key><key>b</key></item></tagSet></item></machineSet></item></groupSet></ListFleetResponse>"sv, errc::duplicate_member, 79, 83), "nested_duplicate");  // a member twice, deep in lists
static_assert(is_refused<fleet>("<ListFleetResponse><groupSet><item><machineSet><item><addressSet><address>1<b/></address></addressSet></item></machineSet></item></groupSet></ListFleetResponse>"sv, errc::unexpected_element, 75, 78), "nested_element");  // an element in a text, deep in lists
static_assert(is_read<fleet>("<ListFleetResponse><groupSet><item><machineSet><item><new><id/><id/></new><tagSet><new/><item><new>&amp;</new></item></tagSet></item></machineSet></item></groupSet></ListFleetResponse>"sv), "nested_unknown");  // unknown members, deep in lists
