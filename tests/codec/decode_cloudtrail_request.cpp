// Requests as CloudTrail records them (rule C8). The parameters are from recorded events.
#include <ec2wire/codec/decode_cloudtrail_request.hpp>

#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/monitor_instances.hpp>
#include <ec2wire/ec2/placement.hpp>
#include <ec2wire/ec2/reboot_instances.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/ec2/unmonitor_instances.hpp>
#include <ec2wire/sts/assume_role.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {

struct create_flow_logs_request {
    using service = ec2;
    static constexpr std::string_view operation = "CreateFlowLogs";

    std::vector<std::string> ids{};
    std::vector<basic_tag<owned>> tags{};
    std::optional<std::string> kind{};

    static constexpr auto fields() {
        using self = create_flow_logs_request;
        return field_list{field{"ResourceIds", &self::ids, {.xml_name = "ResourceId"}},
                          field{"Tags", &self::tags, {.xml_name = "Tag"}},
                          field{"TrafficType", &self::kind}};
    }
};

// A request that has a placement in the elements of a list.
struct launch {
    maybe<basic_placement<owned>> placement{};

    static constexpr auto fields() { return field_list{field{"Placement", &launch::placement}}; }
};
struct request_fleet_request {
    using service = ec2;
    static constexpr std::string_view operation = "RequestFleet";

    std::vector<launch> launches{};

    static constexpr auto fields() {
        return field_list{field{"Launches", &request_fleet_request::launches}};
    }
};

// A request with required members in structures of lists, one of which is a union.
struct one_of {
    std::optional<std::string> here{};
    std::optional<std::string> there{};

    static constexpr bool is_union = true;
    static constexpr auto fields() {
        return field_list{field{"Here", &one_of::here}, field{"There", &one_of::there}};
    }
};
struct route {
    std::optional<std::string> name{};
    maybe<one_of> target{};
    std::vector<route> parts{};

    static constexpr auto fields() {
        return field_list{field{"Name", &route::name, {.required = true}},
                          field{"Target", &route::target}, field{"Parts", &route::parts}};
    }
};
struct create_routes_request {
    using service = ec2;
    static constexpr std::string_view operation = "CreateRoutes";

    std::vector<route> routes{};

    static constexpr auto fields() {
        return field_list{field{"Routes", &create_routes_request::routes}};
    }
};

// A request whose name of one member in the API reference is that of another on the wire.
struct rename_request {
    using service = ec2;
    static constexpr std::string_view operation = "Rename";

    std::optional<std::string> group{};
    std::optional<std::string> title{};

    static constexpr auto fields() {
        using self = rename_request;
        return field_list{field{"Name", &self::group, {.xml_name = "groupName"}},
                          field{"Title", &self::title, {.xml_name = "name"}}};
    }
};

// A request with structures whose number, "tag", has the name of their member but for its case.
struct label {
    std::optional<std::string> tag{};

    static constexpr auto fields() { return field_list{field{"Tag", &label::tag}}; }
};
struct tag_specification {
    std::optional<std::string> kind{};
    std::vector<basic_tag<owned>> tags{};

    static constexpr auto fields() {
        return field_list{field{"ResourceType", &tag_specification::kind},
                          field{"Tags", &tag_specification::tags, {.xml_name = "Tag"}}};
    }
};
struct create_gateway_request {
    using service = ec2;
    static constexpr std::string_view operation = "CreateGateway";

    std::vector<tag_specification> specifications{};
    std::vector<label> labels{};

    static constexpr auto fields() {
        using self = create_gateway_request;
        return field_list{
            field{"TagSpecifications", &self::specifications, {.xml_name = "TagSpecification"}},
            field{"Labels", &self::labels, {.xml_name = "Label"}}};
    }
};

// A request whose groups are not called security groups.
struct regroup_request {
    using service = ec2;
    static constexpr std::string_view operation = "Regroup";

    std::vector<std::string> groups{};
    std::optional<std::string> zone{};
    std::optional<std::string> key{};

    static constexpr auto fields() {
        using self = regroup_request;
        return field_list{field{"Groups", &self::groups, {.xml_name = "GroupId"}},
                          field{"AvailabilityZone", &self::zone}, field{"KmsKeyId", &self::key}};
    }
};

// A request whose attribute has another name in records.
struct modify_snapshot_request {
    using service = ec2;
    static constexpr std::string_view operation = "ModifySnapshot";

    std::optional<std::string> attribute{};
    std::optional<std::string> id{};

    static constexpr auto fields() {
        using self = modify_snapshot_request;
        return field_list{field{"Attribute", &self::attribute, {.required = true}},
                          field{"SnapshotId", &self::id}};
    }
};

struct attach_volume_request {
    using service = ec2;
    static constexpr std::string_view operation = "AttachVolume";

    std::optional<std::string> id{};

    static constexpr auto fields() {
        return field_list{field{"VolumeId", &attach_volume_request::id}};
    }
};

// A request with maps, as those of SQS and SNS.
struct queue_service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2012-11-05";
};

struct create_queue_request {
    using service = queue_service;
    static constexpr std::string_view operation = "CreateQueue";

    list_view<map_entry<std::string_view, std::string_view>> attributes{};
    std::vector<map_entry<std::string, label>> messages{};

    static constexpr auto fields() {
        using self = create_queue_request;
        return field_list{field{"Attributes",
                                &self::attributes,
                                {.xml_name = "Attribute",
                                 .key_name = "Name",
                                 .value_name = "Value",
                                 .flattened = true}},
                          field{"Messages", &self::messages}};
    }
};

struct delete_all_request {
    using service = ec2;
    static constexpr std::string_view operation = "DeleteAll";
    static constexpr auto fields() { return field_list{}; }
};

template <class Request>
std::string event(std::string_view parameters) {
    return R"({"eventVersion":"1.08","eventName":")" + std::string(Request::operation) +
           R"(","requestParameters":)" + std::string(parameters) + R"(,"responseElements":null})";
}

// Returns the query of the request, without its action and version; or the error, and the bytes that it
// points to.
template <class Request>
std::string query_of(std::string_view parameters, decode_notes* notes = nullptr) {
    scratch memory;
    json::parser parser;
    const std::string bytes = event<Request>(parameters);
    const auto request = notes == nullptr
                             ? decode_cloudtrail_request<Request>(bytes, memory, parser)
                             : decode_cloudtrail_request<Request>(bytes, memory, parser, *notes);
    if (!request)
        return std::string(to_string(request.error().code)) + " at " +
               bytes.substr(request.error().offset, 12);
    std::string query = encode(*request).value();
    const auto drop = [&](const std::string& part) {
        if (const auto at = query.find(part); at != query.npos) query.erase(at, part.size());
    };
    drop("Action=" + std::string(Request::operation));
    drop("&Version=2016-11-15");
    return query;
}

constexpr std::string_view ids =
    R"({"instancesSet":{"items":[{"instanceId":"i-1"},{"instanceId":"i-2"}]})";

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_cloudtrail_request)

BOOST_AUTO_TEST_CASE(instances_are_named_by_a_set) {
    const std::string plain = std::string(ids) + "}";
    const std::string_view query = "&InstanceId.1=i-1&InstanceId.2=i-2";
    BOOST_TEST(query_of<start_instances_request>(plain) == query);
    BOOST_TEST(query_of<terminate_instances_request>(plain) == query);
    BOOST_TEST(query_of<reboot_instances_request>(plain) == query);
    BOOST_TEST(query_of<monitor_instances_request>(plain) == query);
    BOOST_TEST(query_of<unmonitor_instances_request>(plain) == query);
    BOOST_TEST(query_of<stop_instances_request>(std::string(ids) + R"(,"force":false})") ==
               "&Force=false&InstanceId.1=i-1&InstanceId.2=i-2");
    BOOST_TEST(
        query_of<describe_instance_status_request>(
            R"({"instancesSet":{},"filterSet":{},"includeAllInstances":true,"maxResults":5})") ==
        "&IncludeAllInstances=true&MaxResults=5");
}

BOOST_AUTO_TEST_CASE(a_group_of_a_set_is_a_security_group_or_the_list_of_that_name) {
    const std::string_view groups = R"({"groupSet":{"items":[{"groupId":"a"},{"groupId":"b"}]}})";
    BOOST_TEST(query_of<regroup_request>(groups) == "&GroupId.1=a&GroupId.2=b");
    BOOST_TEST(query_of<run_instances_request>(
                   R"({"instancesSet":{"items":[{"minCount":1,"maxCount":1}]},)"
                   R"("groupSet":{"items":[{"groupId":"a"}]}})") ==
               "&MaxCount=1&MinCount=1&SecurityGroupId.1=a");
}

BOOST_AUTO_TEST_CASE(the_items_of_a_set_name_its_list) {
    BOOST_TEST(query_of<regroup_request>(R"({"allSet":{},"wholeSet":{"items":[{"groupId":"a"},)"
                                         R"({"groupId":"b"}]}})") == "&GroupId.1=a&GroupId.2=b");
    BOOST_TEST(query_of<regroup_request>(R"({"ownerSet":{"items":[{"owner":"a"}]}})") ==
               "no_request at \"a\"}]}},\"res");
    // Only instancesSet and groupSet have members of the request itself.
    BOOST_TEST(query_of<regroup_request>(R"({"aSet":{"items":[{"availabilityZone":"a"}]}})") ==
               "no_request at \"a\"}]}},\"res");
    BOOST_TEST(query_of<regroup_request>(R"({"aSet":{"items":[{"groupId":"a"}]},)"
                                         R"("bSet":{"items":[{"groupId":"b"}]}})") ==
               "duplicate_member at \"b\"}]}},\"res");
}

BOOST_AUTO_TEST_CASE(null_is_no_element) {
    BOOST_TEST(query_of<regroup_request>(R"({"groups":["a",null,"b"]})") ==
               "&GroupId.1=a&GroupId.2=b");
    BOOST_TEST(query_of<regroup_request>(R"({"groups":{"items":[{"content":null},null]}})") == "");
}

BOOST_AUTO_TEST_CASE(an_empty_text_is_an_empty_request) {
    BOOST_TEST(query_of<delete_all_request>(R"({"DeleteAllRequest":""})") == "");
    BOOST_TEST(query_of<delete_all_request>(R"({"DeleteAllRequest":"a"})") ==
               "no_request at \"a\"},\"respon");
    BOOST_TEST(query_of<stop_instances_request>(R"({"StopInstancesRequest":""})") ==
               "missing_member at {\"StopInstan");
}

BOOST_AUTO_TEST_CASE(an_attribute_is_named_as_the_request_names_it) {
    const auto query = [](std::string_view attribute, decode_notes* notes = nullptr) {
        return query_of<modify_snapshot_request>(
            R"({"snapshotId":"s","attributeType":)" + std::string(attribute) + "}", notes);
    };
    BOOST_TEST(query(R"("CREATE_VOLUME_PERMISSION")") ==
               "&Attribute=createVolumePermission&SnapshotId=s");
    BOOST_TEST(query(R"("PRODUCT_C\u004fDES")") == "&Attribute=productCodes&SnapshotId=s");
    BOOST_TEST(query(R"("launchPermission")") == "&Attribute=launchPermission&SnapshotId=s");
    for (const char* other : {"A_1", "a_B", ""})
        BOOST_TEST(query("\"" + std::string(other) + "\"") ==
                   "&Attribute=" + std::string(other) + "&SnapshotId=s");
    BOOST_TEST(query("[]") == "no_request at []},\"respons");
    BOOST_TEST(query("null") == "missing_member at {\"snapshotId");
    BOOST_TEST(query("\"****\"") == "missing_member at {\"snapshotId");
    BOOST_TEST(query(R"("A","attribute":"A")") == "duplicate_member at \"A\"},\"respon");
    // Only under that name.
    BOOST_TEST(query_of<modify_snapshot_request>(R"({"attribute":"AN_ATTRIBUTE"})") ==
               "&Attribute=AN_ATTRIBUTE");
}

BOOST_AUTO_TEST_CASE(what_was_not_sent_is_no_parameter) {
    decode_notes notes;
    const std::string_view attach = R"({"volumeId":"v","deleteOnTermination":false})";
    BOOST_TEST(query_of<attach_volume_request>(attach) == "&VolumeId=v");
    BOOST_TEST(query_of<attach_volume_request>(attach, &notes) == "&VolumeId=v");
    BOOST_TEST(notes.empty());
    BOOST_TEST(query_of<attach_volume_request>(R"({"deleteOnTermination":true})") ==
               "no_request at true},\"respo");
    BOOST_TEST(query_of<modify_snapshot_request>(R"({"deleteOnTermination":false})") ==
               "no_request at false},\"resp");
    BOOST_TEST(query_of<sts::assume_role_request>(
                   R"({"incomingTransitiveTags":{"a":"b"},"roleArn":"r","roleSessionName":"s"})") ==
               "&RoleArn=r&RoleSessionName=s&Version=2011-06-15");
}

BOOST_AUTO_TEST_CASE(some_parameters_have_a_name_of_their_own) {
    BOOST_TEST(query_of<regroup_request>(R"({"zone":"z","masterEncryptionKeyId":"k"})") ==
               "&AvailabilityZone=z&KmsKeyId=k");
    BOOST_TEST(query_of<regroup_request>(R"({"aclProtocol":6})") == "no_request at 6},\"response");
    BOOST_TEST(query_of<regroup_request>(R"({"zone":"z","availabilityZone":"z"})") ==
               "duplicate_member at \"z\"},\"respon");
}

BOOST_AUTO_TEST_CASE(filters_have_sets_of_values) {
    BOOST_TEST(
        query_of<describe_instances_request>(
            R"({"instancesSet":{},"filterSet":{"items":[{"name":"tag-key","valueSet":{"items":[)"
            R"({"value":"a"}]}},{"name":"vpc","valueSet":{"items":[{"value":"b"},{"value":"c"}]}}]},)"
            R"("maxResults":1000})") ==
        "&Filter.1.Name=tag-key&Filter.1.Value.1=a&Filter.2.Name=vpc&Filter.2.Value.1=b"
        "&Filter.2.Value.2=c&MaxResults=1000");
}

BOOST_AUTO_TEST_CASE(run_instances_is_put_together) {
    decode_notes notes;
    const std::string_view parameters =
        R"({"instancesSet":{"items":[{"imageId":"ami-1","keyName":"k","maxCount":2,"minCount":1}]},)"
        R"("groupSet":{"items":[{"groupId":"sg-1"},{"groupName":"web"},{"groupId":"sg-2"}]},)"
        R"("blockDeviceMapping":{"items":[{"deviceName":"/dev/sda1","ebs":{"volumeSize":10,)"
        R"("deleteOnTermination":true}}]},"iamInstanceProfile":{},"monitoring":{"enabled":false},)"
        R"("tenancy":"default","availabilityZone":"us-1a","userData":"<sensitiveDataRemoved>",)"
        R"("networkInterfaceSet":{"items":[{"deviceIndex":0,"groupSet":{"items":[{"groupId":"sg-3"}]},)"
        R"("privateIpAddressesSet":{"item":[{"privateIpAddress":"10.0.0.5","primary":true}]}}]},)"
        R"("privateDnsNameOptions":{"enableResourceNameDnsAAAARecord":false,"hostnameType":"ip-name"},)"
        R"("tagSpecificationSet":{"items":[{"resourceType":"instance","tags":[{"key":"Name",)"
        R"("value":"test"}]}]},"disableApiStop":false,"clientToken":"t"})";
    const std::string_view query =
        "&BlockDeviceMapping.1.DeviceName=%2Fdev%2Fsda1"
        "&BlockDeviceMapping.1.Ebs.DeleteOnTermination=true&BlockDeviceMapping.1.Ebs.VolumeSize=10"
        "&ClientToken=t&DisableApiStop=false&ImageId=ami-1&KeyName=k&MaxCount=2&MinCount=1"
        "&Monitoring.Enabled=false&NetworkInterface.1.DeviceIndex=0"
        "&NetworkInterface.1.PrivateIpAddresses.1.Primary=true"
        "&NetworkInterface.1.PrivateIpAddresses.1.PrivateIpAddress=10.0.0.5"
        "&NetworkInterface.1.SecurityGroupId.1=sg-3&Placement.AvailabilityZone=us-1a"
        "&Placement.Tenancy=default&PrivateDnsNameOptions.EnableResourceNameDnsAAAARecord=false"
        "&PrivateDnsNameOptions.HostnameType=ip-name&SecurityGroup.1=web&SecurityGroupId.1=sg-1"
        "&SecurityGroupId.2=sg-2&TagSpecification.1.ResourceType=instance"
        "&TagSpecification.1.Tag.1.Key=Name&TagSpecification.1.Tag.1.Value=test";
    BOOST_TEST(query_of<run_instances_request>(parameters) == query);
    BOOST_TEST(query_of<run_instances_request>(parameters, &notes) == query);
    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST((notes.begin()->kind == note_kind::masked_value));
    BOOST_TEST(notes.begin()->member == "UserData");
    BOOST_TEST(query_of<run_instances_request>(R"({"instancesSet":{"items":[{"imageId":"a"}]},)"
                                               R"("instancesSet":{"items":[{"keyName":"k"}]}})") ==
               "duplicate_member at {\"items\":[{\"");
    // Two kinds of instances would be two requests.
    BOOST_TEST(query_of<run_instances_request>(
                   R"({"instancesSet":{"items":[{"imageId":"a"},{"imageId":"b"}]}})") ==
               "no_request at \"b\"}]}},\"res");
}

BOOST_AUTO_TEST_CASE(newer_operations_number_their_elements) {
    const auto query = [](std::string_view inside) {
        return query_of<create_flow_logs_request>(R"({"CreateFlowLogsRequest":{)" +
                                                  std::string(inside) + "}}");
    };
    BOOST_TEST(
        query(R"("xmlns":"u","ResourceId":{"tag":1,"content":"vpc-1"},"TrafficType":"ALL")") ==
        "&ResourceId.1=vpc-1&TrafficType=ALL");
    BOOST_TEST(query(R"("ResourceId":[{"tag":1,"content":"a"},{"tag":2,"content":5}],)"
                     R"("Tag":{"tag":1,"Key":"k","Value":"v"})") ==
               "&ResourceId.1=a&ResourceId.2=5&Tag.1.Key=k&Tag.1.Value=v");
    BOOST_TEST(query(R"("Tag":[{"Key":"a","tag":1},{"tag":2,"Key":"b"}],"ResourceId":"")") ==
               "&Tag.1.Key=a&Tag.2.Key=b");
    // An object under these keys is refused.
    BOOST_TEST(query(R"("xmlns":{"a":"u"})") == "no_request at {\"a\":\"u\"}}},");
    BOOST_TEST(query(R"("ResourceId":{"tag":{"a":1},"content":"b"})") ==
               "no_request at {\"a\":1},\"con");
}

BOOST_AUTO_TEST_CASE(the_number_of_an_element_is_not_a_list_of_tags) {
    const auto query = [](std::string_view inside) {
        return query_of<create_gateway_request>(R"({"CreateGatewayRequest":{)" +
                                                std::string(inside) + "}}");
    };
    BOOST_TEST(query(R"("TagSpecification":{"ResourceType":"gateway","tag":1,)"
                     R"("Tag":{"Value":"v","tag":1,"Key":"k"}})") ==
               "&TagSpecification.1.ResourceType=gateway&TagSpecification.1.Tag.1.Key=k"
               "&TagSpecification.1.Tag.1.Value=v");
    BOOST_TEST(query(R"("TagSpecification":[{"Tag":[{"Key":"a","tag":1},{"Key":"b","tag":2}],)"
                     R"("tag":1},{"tag":2,"ResourceType":"r"}])") ==
               "&TagSpecification.1.Tag.1.Key=a&TagSpecification.1.Tag.2.Key=b"
               "&TagSpecification.2.ResourceType=r");
    // An object or an array is the list, and a text is the text.
    BOOST_TEST(query(R"("TagSpecification":{"tag":[{"Key":"a"}]})") ==
               "&TagSpecification.1.Tag.1.Key=a");
    BOOST_TEST(query(R"("Label":[{"tag":"a"}])") == "&Label.1.Tag=a");
    BOOST_TEST(query(R"("TagSpecification":{"Tag":1})") == "no_request at 1}}},\"respon");
    // Other values are parameters, of which none is lost.
    BOOST_TEST(query(R"("TagSpecification":[{"tag":"k"}])") == "wrong_type at \"k\"}]}},\"res");
    BOOST_TEST(query(R"("TagSpecification":[{"tag":true}])") == "no_request at true}]}},\"re");
    BOOST_TEST(query(R"("Label":{"Tag":"a"},"TagSpecification":{"Tag":{"tag":{"a":1}}})") ==
               "no_request at {\"a\":1}}}}},");
}

BOOST_AUTO_TEST_CASE(a_map_is_an_object) {
    const auto query = [](std::string_view parameters, decode_notes* notes = nullptr) {
        std::string text = query_of<create_queue_request>(parameters, notes);
        if (const auto at = text.find("&Version"); at != text.npos) text.erase(at);
        return text;
    };
    const std::string_view one = "&Attribute.1.Name=D&Attribute.1.Value=90";
    BOOST_TEST(query(R"({"attributes":{"D":"90"}})") == one);
    BOOST_TEST(query(R"({"attribute":{"D":90,"E":null}})") == one);
    BOOST_TEST(query(R"({"attributes":{"\u0044":"90","d":""}})") ==
               std::string(one) + "&Attribute.2.Name=d&Attribute.2.Value=");
    BOOST_TEST(query(R"({"messages":{"k":{"tag":"t"}},"attributes":{}})") ==
               "&Messages.entry.1.key=k&Messages.entry.1.value.Tag=t");
    BOOST_TEST(query(R"({"messages":"HIDDEN_DUE_TO_SECURITY_REASONS"})") == "");
    BOOST_TEST(query(R"({"attributes":{"D":{}}})") == "no_request at {}}},\"respon");
    BOOST_TEST(query(R"({"messages":{"k":{"colour":1}}})") == "no_request at 1}}},\"respon");
    BOOST_TEST(query(R"({"attributes":["D"]})") == "no_request at [\"D\"]},\"resp");
    BOOST_TEST(query(R"({"attributes":{"D":"****"}})") == "no_request at \"****\"}},\"re");
    decode_notes notes;
    BOOST_TEST(query(R"({"attributes":{"D":"90","E":[1]}})", &notes) == one);
    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST((notes.begin()->kind == note_kind::unknown_member));
}

BOOST_AUTO_TEST_CASE(a_request_that_is_not_whole_is_none) {
    const auto query = [](std::string_view parameters) {
        return query_of<stop_instances_request>(parameters);
    };
    BOOST_TEST(query("null") == "no_request at null,\"respon");
    BOOST_TEST(query(R"({"omitted":true})") == "no_request at {\"omitted\":t");
    BOOST_TEST(query(R"("HIDDEN_DUE_TO_SECURITY_REASONS")") == "no_request at \"HIDDEN_DUE_");
    BOOST_TEST(query("{}") == "missing_member at {},\"response");
    BOOST_TEST(query(R"({"instancesSet":{}})") == "missing_member at {\"instancesS");
    BOOST_TEST(query(std::string(ids) + R"(,"colour":7})") == "no_request at 7},\"response");
    BOOST_TEST(query(R"({"instancesSet":{"items":["i-1"]}})") == "no_request at \"i-1\"]}},\"re");
    BOOST_TEST(query(R"({"instancesSet":{"items":[{"id":"i-1"}]}})") ==
               "no_request at \"i-1\"}]}},\"r");
    BOOST_TEST(query(R"({"instancesSet":{"items":[{"instanceId":"<sensitiveDataRemoved>"}]}})") ==
               "no_request at \"<sensitiveD");
    BOOST_TEST(query(std::string(ids) + R"(,"force":[]})") == "no_request at []},\"respons");
    BOOST_TEST(query(std::string(ids) + R"(,"force":"x"})") == "bad_value at x\"},\"respons");
    BOOST_TEST(query(std::string(ids) + R"(,"force":true,"Force":true})") ==
               "duplicate_member at true},\"respo");
    BOOST_TEST(query("7") == "wrong_type at 7,\"responseE");
    BOOST_TEST(query_of<delete_all_request>("null") == "");
    scratch memory;
    const auto code = [&](std::string_view bytes) {
        const auto request = decode_cloudtrail_request<stop_instances_request>(bytes, memory);
        return request ? "request" : to_string(request.error().code);
    };
    BOOST_TEST(code(event<start_instances_request>(std::string(ids) + "}")) == "wrong_root");
    BOOST_TEST(code(R"({"eventName":"StopInstances"})") == "no_request");
    const std::string whole = R"({"detail-type":"x via CloudTrail","detail":)" +
                              event<stop_instances_request>(std::string(ids) + "}") + "}";
    BOOST_TEST(code(whole) == "request");
    for (std::size_t size = 0; size < whole.size(); ++size)
        BOOST_TEST(code(whole.substr(0, size)) != "request");
}

BOOST_AUTO_TEST_CASE(a_mask_is_not_a_parameter) {
    for (const char* mask : {"HIDDEN_DUE_TO_SECURITY_REASONS", "<sensitiveDataRemoved>", "****"}) {
        decode_notes notes;
        const std::string parameters = R"({"name":")" + std::string(mask) + R"(","groupName":"a"})";
        BOOST_TEST(query_of<rename_request>(parameters, &notes) == "&GroupName=a");
        BOOST_TEST_REQUIRE(notes.size() == 1U);
        BOOST_TEST((notes.begin()->kind == note_kind::masked_value));
    }
    BOOST_TEST(query_of<rename_request>(R"({"name":"***"})") == "&Name=%2A%2A%2A");
    // In place of a list, and of all parameters.
    BOOST_TEST(query_of<regroup_request>(R"({"groups":"****","zone":"z"})") ==
               "&AvailabilityZone=z");
    // An element cannot be absent, also with notes.
    decode_notes notes;
    BOOST_TEST(query_of<regroup_request>(R"({"groups":["a","****"]})", &notes) ==
               "no_request at \"****\"]},\"re");
    BOOST_TEST(query_of<create_routes_request>(R"({"routes":[{"name":"a"},"****"]})", &notes) ==
               "no_request at \"****\"]},\"re");
    BOOST_TEST(query_of<regroup_request>(R"("****")") == "no_request at \"****\",\"resp");
}

BOOST_AUTO_TEST_CASE(a_name_on_the_wire_precedes_that_of_the_api_reference) {
    BOOST_TEST(query_of<rename_request>(R"({"name":"n","groupName":"g"})") ==
               "&GroupName=g&Name=n");
    BOOST_TEST(query_of<rename_request>(R"({"title":"n"})") == "&Name=n");
}

// R16 (required members), as decode_query requires them.
BOOST_AUTO_TEST_CASE(required_members_of_structures_are_required) {
    const auto query = [](std::string_view route) {
        return query_of<create_routes_request>(R"({"routes":[{"name":"a"},)" + std::string(route) +
                                               "]}");
    };
    BOOST_TEST(query(R"({"name":"b","target":{"here":"h"},"parts":{"items":[{"name":"c"}]}})") ==
               "&Routes.1.Name=a&Routes.2.Name=b&Routes.2.Parts.1.Name=c&Routes.2.Target.Here=h");
    for (const char* incomplete :
         {"{}", R"({"name":null})", R"({"name":"b","parts":[{"name":"c"},{"target":null}]})",
          R"({"name":"b","target":{}})", R"({"name":"b","parts":{"items":[{"parts":""}]}})"})
        BOOST_TEST(query(incomplete) == "missing_member at {\"routes\":[{");
    BOOST_TEST(query(R"({"name":"b","target":{"here":"h","there":"t"}})") ==
               "duplicate_member at \"t\"}}]},\"res");
    BOOST_TEST(query(R"({"name":"b","target":{"here":null,"there":"t"}})") ==
               "&Routes.1.Name=a&Routes.2.Name=b&Routes.2.Target.There=t");
}

BOOST_AUTO_TEST_CASE(an_event_names_its_operation_once) {
    scratch memory;
    const auto code = [&](std::string_view name) {
        const std::string bytes =
            "{" + std::string(name) + "\"requestParameters\":" + std::string(ids) + "}}";
        const auto request = decode_cloudtrail_request<stop_instances_request>(bytes, memory);
        return request ? "request" : to_string(request.error().code);
    };
    BOOST_TEST(code(R"("eventName":"StopInstances",)") == "request");
    for (const char* none : {"", R"("eventName":5,)", R"("eventName":null,)", R"("eventName":"",)"})
        BOOST_TEST(code(none) == "wrong_root");
    BOOST_TEST(code(R"("eventName":"StopInstances","eventName":"StopInstances",)") ==
               "duplicate_member");
}

BOOST_AUTO_TEST_CASE(a_key_that_is_there_twice_is_refused) {
    const auto run = [](std::string_view parameters) {
        const std::string query = query_of<run_instances_request>(parameters);
        return query.substr(0, query.find(" at "));
    };
    const std::string set = R"("groupSet":{"items":[{"groupId":"sg-1"}]})";
    BOOST_TEST(run("{" + set + "," + set + "}") == "duplicate_member");
    const std::string some = R"([{"instanceId":"i-1"}])";
    const auto stop = [](const std::string& parameters) {
        const std::string query = query_of<stop_instances_request>(parameters);
        return query.substr(0, query.find(" at "));
    };
    BOOST_TEST(stop(R"({"instancesSet":{"items":)" + some + R"(},"instancesSet":{"items":)" + some +
                    "}}") == "duplicate_member");
    for (const char* other : {"items", "item"})
        BOOST_TEST(stop(R"({"instancesSet":{"items":)" + some + ",\"" + other + "\":" + some +
                        "}}") == "duplicate_member");
    BOOST_TEST(stop(R"({"instanceId":["i-2"],"instancesSet":{"items":[{"instanceId":"i-1"}]}})") ==
               "duplicate_member");
    BOOST_TEST(stop(R"({"instancesSet":{"items":[{"instanceId":"i-1"}]},"instanceId":["i-2"]})") ==
               "duplicate_member");
    BOOST_TEST(stop(R"({"instancesSet":{"items":[{"instanceId":"i-1","instanceId":"i-2"}]}})") ==
               "duplicate_member");
    const auto flow_logs = [](std::string_view parameters) {
        const std::string query = query_of<create_flow_logs_request>(parameters);
        return query.substr(0, query.find(" at "));
    };
    BOOST_TEST(flow_logs(R"({"ResourceId":{"tag":1,"content":"a","content":"b"}})") ==
               "duplicate_member");
    for (const char* both : {R"({"ResourceId":{"items":["a"],"content":"b"}})",
                             R"({"ResourceId":{"content":"b","items":["a"]}})"})
        BOOST_TEST(flow_logs(both) == "no_request");
    BOOST_TEST(flow_logs(R"({"CreateFlowLogsRequest":{},"CreateFlowLogsRequest":{}})") ==
               "duplicate_member");
    BOOST_TEST(flow_logs(R"({"tagSet":{"items":[{"key":"a"}],"items":[{"key":"b"}]}})") ==
               "duplicate_member");
}

// "tenancy" and "availabilityZone" are there in the placement or beside it, and only at the root.
BOOST_AUTO_TEST_CASE(a_placement_is_the_requests_own) {
    const auto query = [](std::string_view parameters) {
        return query_of<run_instances_request>(R"({"maxCount":1,"minCount":1,)" +
                                               std::string(parameters) + "}");
    };
    const std::string_view both =
        "&MaxCount=1&MinCount=1&Placement.AvailabilityZone=z&Placement.Tenancy=t";
    BOOST_TEST(query(R"("placement":{"tenancy":"t"},"availabilityZone":"z")") == both);
    BOOST_TEST(query(R"("availabilityZone":"z","placement":{"tenancy":"t"})") == both);
    for (const char* twice :
         {R"("placement":{"tenancy":"t"},"tenancy":"u")",
          R"("tenancy":"t","placement":{"tenancy":"t"})", R"("tenancy":"t","tenancy":"t")"})
        BOOST_TEST(query(twice).starts_with("duplicate_member"));

    const auto fleet = [](std::string_view launches) {
        return query_of<request_fleet_request>(R"({"launches":)" + std::string(launches) + "}");
    };
    BOOST_TEST(fleet(R"([{"placement":{"tenancy":"t"}},{"placement":{"tenancy":"u"}}])") ==
               "&Launches.1.Placement.Tenancy=t&Launches.2.Placement.Tenancy=u");
    for (const char* beside : {R"([{"availabilityZone":"z"},{"tenancy":"t"}])",
                               R"([{"tenancy":"t"},{"tenancy":"u"},{"tenancy":"v"}])"})
        BOOST_TEST(fleet(beside).starts_with("no_request"));
}

// A fixed buffer of every size, from none on: some hold the whole request.
template <class Request>
void check_every_size(std::string_view parameters) {
    const std::string bytes = event<Request>(parameters);
    scratch whole;
    const auto wanted = decode_cloudtrail_request<Request>(bytes, whole);
    BOOST_TEST_REQUIRE(wanted.has_value());
    std::vector<std::byte> room(8192);
    std::size_t requests = 0;
    for (std::size_t size = 0; size < room.size(); size += 8) {
        scratch memory(std::span(room.data(), size));
        const auto request = decode_cloudtrail_request<Request>(bytes, memory);
        if (request) {
            ++requests;
            BOOST_TEST_REQUIRE(encode(*request).value() == encode(*wanted).value());
        } else {
            BOOST_TEST_REQUIRE((request.error().code == errc::out_of_memory));
        }
    }
    BOOST_TEST(requests != 0U);
}

BOOST_AUTO_TEST_CASE(any_memory_gives_the_request_or_says_that_it_is_too_little) {
    check_every_size<borrowing<run_instances_request>>(
        R"({"instancesSet":{"items":[{"imageId":"ami-1","maxCount":2,"minCount":1}]},)"
        R"("groupSet":{"items":[{"groupId":"sg-1"},{"groupId":"sg-2"}]},"tenancy":"t",)"
        R"("networkInterfaceSet":{"items":[{"deviceIndex":0,"groupSet":{"items":[{"groupId":"s"}]}},)"
        R"({"networkInterfaceId":"eni-1"}]},"userData":"a\u0062c"})");
    check_every_size<create_queue_request>(
        R"({"attributes":{"a":"1","b":"2","c":"\u0033","d":"4","e":"5"}})");
}

BOOST_AUTO_TEST_CASE(with_notes_the_rest_is_the_request) {
    decode_notes notes;
    BOOST_TEST(query_of<stop_instances_request>(std::string(ids) + R"(,"colour":{"a":[7]}})",
                                                &notes) == "&InstanceId.1=i-1&InstanceId.2=i-2");
    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST((notes.begin()->kind == note_kind::unknown_member));
    BOOST_TEST(query_of<stop_instances_request>(std::string(ids) + R"(,"force":"x"})", &notes) ==
               "&InstanceId.1=i-1&InstanceId.2=i-2");
    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST((notes.begin()->kind == note_kind::bad_value));
}

BOOST_AUTO_TEST_CASE(a_visitor_of_parameters_may_decode_with_the_parser) {
    scratch memory;
    json::parser parser;
    const std::string bytes = event<stop_instances_request>(std::string(ids) + "}");
    std::string shown;
    const auto count = visit_cloudtrail_parameters(
        bytes, memory, parser, [&](std::string_view, std::string_view value) {
            // Only the strict reader, which uses the parser, reads an escape.
            const std::string_view other =
                R"({"a":[[],[]],"StoppingInstances":[{"InstanceId":"\u0041"}]})";
            const auto inner = decode_json<stop_instances_response>(other, memory, parser);
            const auto request =
                decode_cloudtrail_request<stop_instances_request>(bytes, memory, parser);
            BOOST_TEST_REQUIRE((inner.has_value() && request.has_value()));
            ((shown += value) += *inner->stopping_instances[0].instance_id) +=
                request->instance_ids[1] + ' ';
        });
    BOOST_TEST((count == 2U));
    BOOST_TEST(shown == "i-1Ai-2 i-2Ai-2 ");
}

BOOST_AUTO_TEST_CASE(parameters_are_shown_as_pairs) {
    scratch memory;
    json::parser parser;
    const std::string bytes = event<stop_instances_request>(
        std::string(ids) +
        R"(,"force":false,"none":null,"filterSet":{},"a":{"b\u002d":["x",[1.50]]}})");
    std::string text;
    const auto count = visit_cloudtrail_parameters(
        bytes, memory, parser, [&](std::string_view name, std::string_view value) {
            text.append(name).append("=").append(value).append(";");
        });
    BOOST_TEST(text ==
               "instancesSet.items.1.instanceId=i-1;instancesSet.items.2.instanceId=i-2;"
               "force=false;a.b-.1=x;a.b-.2.1=1.50;");
    BOOST_TEST(count.value() == 5U);
    int seen = 0;
    const auto stopped = visit_cloudtrail_parameters(
        bytes, memory, parser, [&](std::string_view, std::string_view) { return ++seen < 2; });
    BOOST_TEST((stopped.error().code == errc::stopped_by_visitor && seen == 2));
    const auto code = [&](std::string_view parameters) {
        const auto nothing = [](std::string_view, std::string_view) {};
        const auto done = visit_cloudtrail_parameters(event<stop_instances_request>(parameters),
                                                      memory, parser, nothing);
        return done ? "pairs" : to_string(done.error().code);
    };
    BOOST_TEST(code("{}") == "pairs");
    BOOST_TEST(code("null") == "no_request");
    BOOST_TEST(code(R"({"omitted":true})") == "no_request");
    BOOST_TEST(code(R"({")" + std::string(1023, 'a') + R"(":1})") == "pairs");
    BOOST_TEST(code(R"({")" + std::string(1024, 'a') + R"(":1})") == "too_large");
    BOOST_TEST(code(R"({"a":)" + std::string(31, '[') + "1" + std::string(31, ']') + "}") ==
               "pairs");
    BOOST_TEST(code(R"({"a":)" + std::string(32, '[') + "1" + std::string(32, ']') + "}") ==
               "too_deep");
}

BOOST_AUTO_TEST_SUITE_END()
