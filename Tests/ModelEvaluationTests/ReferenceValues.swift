/// What the reference evaluation of the ranking model printed for the published event lists.
///
/// After each heading (list, task, subset, number of cases) the methods with their numbers: for R and S area
/// under the curve and log-loss; for I and W mean reciprocal rank, first as printed and then from the same
/// scores with ties in expectation, centralities taken by the clock and betweenness of all pairs; for P the
/// share covered.
enum ReferenceValues {
    /// One method on one task.
    struct Value {
        let list: String
        let task: String
        let subset: String
        let cases: Int
        let method: String
        let numbers: [Double]
    }

    static let all: [Value] = {
        var values: [Value] = []
        var heading: [String] = []
        for block in text.split(separator: "\n\n") {
            let lines = block.split(separator: "\n", maxSplits: 1)
            heading = lines[0].split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
            for entry in lines[1].split(separator: ";") {
                let words = entry.split { $0 == " " || $0 == "\n" }
                let count = heading[1] == "P" ? 1 : 2
                values.append(
                    Value(
                        list: heading[0], task: heading[1], subset: heading[2], cases: Int(heading[3])!,
                        method: words.dropLast(count).joined(separator: " "),
                        numbers: words.suffix(count).map { Double("0" + $0) ?? Double($0)! }))
            }
        }
        return values
    }()

    private static let text = """
        enron | R | all | 3421
        random .5000 .6932; own rate .6932 .6326; recency (any) .7873 .5655; recency (inbound) .8166
        .5232; frequency (total) .7809 .5686; frequency (inbound) .8260 .5268; degree .6035 .6831;
        PageRank .6701 .6709; activity .7408 .6141; last reply .7208 .6054; reply rate (Laplace) .7813
        .5500; reciprocity .7024 .6374; recency and frequency, fitted .8493 .4924; model: reply .8469
        .4837; model, recalibrated .8469 .4842

        enron | R | fresh | 1441
        random .5000 .4911; own rate .5485 .4883; recency (any) .6254 .4774; recency (inbound) .6874
        .4571; frequency (total) .6454 .4676; frequency (inbound) .7062 .4518; degree .6313 .4790;
        PageRank .6303 .4841; activity .6623 .4701; last reply .5247 .4898; reply rate (Laplace) .6149
        .4739; reciprocity .6691 .4663; recency and frequency, fitted .7123 .4470; model: reply .6878
        .4608; model, recalibrated .6878 .4517

        enron | R | cold | 241
        random .5000 .3242; own rate .4509 .3261; recency (any) .5000 .3242; recency (inbound) .5000
        .3242; frequency (total) .5000 .3242; frequency (inbound) .5000 .3242; degree .6444 .3210;
        PageRank .5950 .3226; activity .5990 .3261; last reply .5000 .3242; reply rate (Laplace) .5000
        .3242; reciprocity .5000 .3242; recency and frequency, fitted .5000 .3242; model: reply .6039
        .4326; model, recalibrated .6039 .3207

        enron | S | fresh | 9132
        3 business days .5732 .4907; 2 days or more .5280 .4960; 5 days or more .5741 .4907; 7 days or
        more .5764 .4895; 10 days or more .5668 .4901; 14 days or more .5509 .4914; days of silence
        .5983 .4876; silence against own delay .6184 .4825; recency (inbound) .6902 .4546; frequency
        (inbound) .7112 .4557; last reply .5047 .4972; reply rate (Laplace) .5590 .4929; degree .6359
        .4750; PageRank .6446 .4928; model: silence .7005 .4501; silence and frequency, fitted .7252
        .4480

        enron | S | all | 14620
        3 business days .6144 .5885; 2 days or more .5522 .6027; 5 days or more .6143 .5882; 7 days or
        more .6138 .5852; 10 days or more .5959 .5878; 14 days or more .5685 .5935; days of silence
        .6516 .5799; silence against own delay .6221 .5951; recency (inbound) .7364 .5294; frequency
        (inbound) .7544 .5273; last reply .6211 .5838; reply rate (Laplace) .6541 .5735; degree .6127
        .5935; PageRank .6458 .6020; model: silence .7775 .4978; silence and frequency, fitted .7749
        .5065

        eu1 | R | all | 5381
        random .5000 .6747; own rate .6436 .6374; recency (any) .7056 .6107; recency (inbound) .7379
        .5764; frequency (total) .7220 .6132; frequency (inbound) .7824 .5773; degree .5676 .6646;
        PageRank .6061 .6720; activity .6707 .6439; last reply .6935 .6048; reply rate (Laplace) .7777
        .5471; reciprocity .6676 .6285; recency and frequency, fitted .7981 .5516; model: reply .8093
        .5142; model, recalibrated .8093 .5140

        eu1 | R | fresh | 1656
        random .5000 .6600; own rate .5445 .6530; recency (any) .5977 .6488; recency (inbound) .6750
        .6173; frequency (total) .6092 .6460; frequency (inbound) .6870 .6292; degree .6007 .6475;
        PageRank .5830 .6599; activity .6038 .6529; last reply .5610 .6551; reply rate (Laplace) .6940
        .6055; reciprocity .6663 .6251; recency and frequency, fitted .6924 .6174; model: reply .7172
        .5867; model, recalibrated .7172 .5874

        eu1 | R | cold | 142
        random .5000 .5537; own rate .5596 .5506; recency (any) .5000 .5537; recency (inbound) .5000
        .5537; frequency (total) .5000 .5537; frequency (inbound) .5000 .5537; degree .6991 .5429;
        PageRank .6400 .5546; activity .6673 .5514; last reply .5000 .5537; reply rate (Laplace) .5000
        .5537; reciprocity .5000 .5537; recency and frequency, fitted .5000 .5537; model: reply .7162
        .5599; model, recalibrated .7162 .5373

        eu1 | S | fresh | 7891
        3 business days .5768 .5405; 2 days or more .5340 .5458; 5 days or more .5808 .5392; 7 days or
        more .5870 .5365; 10 days or more .5799 .5359; 14 days or more .5581 .5390; days of silence
        .6111 .5333; silence against own delay .5614 .5466; recency (inbound) .7332 .4884; frequency
        (inbound) .7779 .4866; last reply .5487 .5433; reply rate (Laplace) .6853 .5013; degree .6237
        .5329; PageRank .6376 .5489; model: silence .7728 .4586; silence and frequency, fitted .7902
        .4777

        eu1 | S | all | 15314
        3 business days .6074 .6221; 2 days or more .5556 .6327; 5 days or more .6109 .6195; 7 days or
        more .6120 .6157; 10 days or more .5963 .6172; 14 days or more .5689 .6234; days of silence
        .6506 .6091; silence against own delay .5844 .6335; recency (inbound) .6810 .5869; frequency
        (inbound) .7629 .5861; last reply .6071 .6244; reply rate (Laplace) .6967 .5868; degree .5961
        .6312; PageRank .6255 .6420; model: silence .7831 .5245; silence and frequency, fitted .7860
        .5618

        ml_pwm | R | all | 2735
        random .5000 .6278; own rate .5417 .6216; recency (any) .5817 .6184; recency (inbound) .6517
        .5945; frequency (total) .5326 .6365; frequency (inbound) .5973 .6285; degree .4917 .6293;
        PageRank .4987 .6290; activity .5105 .6326; last reply .6318 .5975; reply rate (Laplace) .6542
        .5899; reciprocity .6123 .6123; recency and frequency, fitted .6418 .5992; model: reply .6819
        .6358; model, recalibrated .6819 .5737

        ml_pwm | R | fresh | 1237
        random .5000 .5383; own rate .5410 .5342; recency (any) .5280 .5386; recency (inbound) .5802
        .5331; frequency (total) .5293 .5381; frequency (inbound) .5763 .5366; degree .5169 .5382;
        PageRank .5288 .5384; activity .5372 .5383; last reply .5620 .5338; reply rate (Laplace) .6344
        .5162; reciprocity .5625 .5387; recency and frequency, fitted .5815 .5334; model: reply .6534
        .5304; model, recalibrated .6534 .5099

        ml_pwm | R | cold | 444
        random .5000 .5318; own rate .4916 .5319; recency (any) .5000 .5318; recency (inbound) .5000
        .5318; frequency (total) .5000 .5318; frequency (inbound) .5000 .5318; degree .4791 .5341;
        PageRank .4760 .5336; activity .4963 .5346; last reply .5000 .5318; reply rate (Laplace) .5000
        .5318; reciprocity .5000 .5318; recency and frequency, fitted .5000 .5318; model: reply .6087
        .5426; model, recalibrated .6087 .5219

        ml_pwm | R | new thread | 276
        random .5000 .4868; own rate .4775 .4879; recency (any) .4827 .4879; recency (inbound) .6356
        .4769; frequency (total) .4959 .4866; frequency (inbound) .6117 .4898; degree .6689 .4814;
        PageRank .6447 .4815; activity .6668 .4821; last reply .5951 .4792; reply rate (Laplace) .6423
        .4656; reciprocity .6753 .4690; recency and frequency, fitted .6405 .4755; model: reply .6494
        .4885; model, recalibrated .6494 .4694

        ml_pwm | S | fresh | 8067
        3 business days .5731 .2194; 2 days or more .5395 .2198; 5 days or more .5854 .2182; 7 days or
        more .5813 .2185; 10 days or more .5776 .2181; 14 days or more .5655 .2178; days of silence
        .6180 .2166; silence against own delay .5634 .2220; recency (inbound) .5980 .2181; frequency
        (inbound) .6139 .2175; last reply .4993 .2210; reply rate (Laplace) .6157 .2183; degree .5531
        .2205; PageRank .5760 .2212; model: silence .6750 .2661; silence and frequency, fitted .6601
        .2132

        ml_pwm | S | all | 15896
        3 business days .5986 .2047; 2 days or more .5552 .2056; 5 days or more .6031 .2040; 7 days or
        more .5980 .2042; 10 days or more .5874 .2043; 14 days or more .5676 .2047; days of silence
        .6404 .2027; silence against own delay .5792 .2078; recency (inbound) .5366 .2077; frequency
        (inbound) .5926 .2061; last reply .5515 .2071; reply rate (Laplace) .6076 .2049; degree .5115
        .2079; PageRank .5327 .2078; model: silence .6495 .3348; silence and frequency, fitted .6620
        .2005

        ml_pwm | S | new thread | 2149
        3 business days .5523 .3180; 2 days or more .5248 .3187; 5 days or more .5580 .3177; 7 days or
        more .5579 .3177; 10 days or more .5581 .3170; 14 days or more .5486 .3169; days of silence
        .5829 .3160; silence against own delay .5787 .3149; recency (inbound) .6491 .3095; frequency
        (inbound) .6585 .3075; last reply .5388 .3192; reply rate (Laplace) .6313 .3153; degree .7672
        .3023; PageRank .7634 .3082; model: silence .7310 .3009; silence and frequency, fitted .6746
        .3044

        enron | I-A | all | 400
        random .5132 .5211; degree .6529 .6512; recency .5952 .5979; frequency .6200 .6217; PageRank
        .5780 .5790; personalised PageRank .85 .6147 .6141; personalised PageRank .5 .6209 .6213;
        betweenness .6450 .6471; 1 - constraint .6258 .6245; mutual contacts .6455 .6450; new reach
        .6106 .6112; inbound, decayed .6451 .6453; degree x recency .6622 .6620; model: reply .6420
        .6419; model: reach .6945 .6945; model: value .6701 .6701

        enron | I-B | all | 205
        random .3374 .3334; degree .4212 .4209; recency .5561 .5564; frequency .6432 .6433; PageRank
        .4092 .4020; personalised PageRank .85 .6197 .6186; personalised PageRank .5 .6394 .6394;
        betweenness .3927 .3973; 1 - constraint .3858 .3902; mutual contacts .5739 .5630; new reach
        .3464 .3448; inbound, decayed .6883 .6882; degree x recency .6251 .6251; model: reply .6537
        .6536; model: reach .5630 .5630; model: value .6809 .6809

        enron | I-C | all | 144
        random .3202 .3330; degree .3320 .3342; recency .5659 .5635; frequency .5021 .5039; PageRank
        .3795 .3809; personalised PageRank .85 .5495 .5501; personalised PageRank .5 .5442 .5445;
        betweenness .3206 .3098; 1 - constraint .3105 .3133; mutual contacts .4980 .5122; new reach
        .2998 .3029; inbound, decayed .6263 .6266; degree x recency .5231 .5231; model: reply .6286
        .6288; model: reach .5068 .5068; model: value .6382 .6382

        enron | W | all | 114
        random .4696 .4838; degree .4256 .4204; recency .6643 .6624; frequency .5776 .5714; PageRank
        .5538 .5561; personalised PageRank .85 .6433 .6433; personalised PageRank .5 .6097 .6105;
        betweenness .4145 .4160; 1 - constraint .4119 .4127; mutual contacts .5414 .5345; new reach
        .3929 .3932; inbound, decayed .6834 .6837; degree x recency .5956 .5956; model: reply .6883
        .6887; model: reach .5352 .5352; model: value .6962 .6962; recency of the last link .6534 .6509;
        recency of the weakest link .6872 .6872; model: reply x tie .7305 .7305

        enron | P | k = 3 | 320
        degree .7156; recency .7000; frequency .7063; PageRank .6875; personalised PageRank .85 .6719;
        personalised PageRank .5 .6844; betweenness .7312; 1 - constraint .7188; mutual contacts .6844;
        new reach .7031; model: reach .7625; model: value .7719; model: plan if all answer .8125; model:
        plan .7812

        enron | P | k = 5 | 215
        degree .8372; recency .8000; frequency .7628; PageRank .8419; personalised PageRank .85 .8000;
        personalised PageRank .5 .7767; betweenness .8140; 1 - constraint .8372; mutual contacts .7721;
        new reach .8047; model: reach .8233; model: value .8186; model: plan if all answer .9023; model:
        plan .8326

        eu1 | I-A | all | 397
        random .5908 .6149; degree .8518 .8500; recency .7098 .7096; frequency .7419 .7438; PageRank
        .8530 .8531; personalised PageRank .85 .8131 .8131; personalised PageRank .5 .7648 .7660;
        betweenness .8252 .8269; 1 - constraint .8536 .8539; mutual contacts .8193 .8223; new reach
        .8450 .8495; inbound, decayed .7891 .7892; degree x recency .8228 .8228; model: reply .7698
        .7699; model: reach .8603 .8603; model: value .8406 .8406

        eu1 | I-B | all | 269
        random .3520 .3522; degree .7127 .7117; recency .6038 .6034; frequency .6979 .6954; PageRank
        .7301 .7317; personalised PageRank .85 .7678 .7697; personalised PageRank .5 .7278 .7296;
        betweenness .6042 .6061; 1 - constraint .6928 .6938; mutual contacts .6794 .6929; new reach
        .6827 .6758; inbound, decayed .7854 .7855; degree x recency .7352 .7352; model: reply .7639
        .7639; model: reach .7587 .7579; model: value .8112 .8112

        eu1 | I-C | all | 273
        random .3583 .3466; degree .6428 .6264; recency .6062 .6033; frequency .5975 .5957; PageRank
        .6185 .6187; personalised PageRank .85 .6824 .6817; personalised PageRank .5 .6144 .6164;
        betweenness .4484 .4441; 1 - constraint .4814 .4752; mutual contacts .5640 .5436; new reach
        .5399 .5255; inbound, decayed .7490 .7490; degree x recency .6946 .6943; model: reply .7331
        .7331; model: reach .6111 .6012; model: value .7666 .7666

        eu1 | W | all | 239
        random .4903 .4845; degree .6904 .6962; recency .7337 .7350; frequency .6891 .6890; PageRank
        .7386 .7393; personalised PageRank .85 .7963 .7942; personalised PageRank .5 .6964 .6969;
        betweenness .5643 .5637; 1 - constraint .5773 .5747; mutual contacts .6163 .6212; new reach
        .5999 .6071; inbound, decayed .8099 .8099; degree x recency .7762 .7765; model: reply .8066
        .8066; model: reach .6629 .6678; model: value .8241 .8241; recency of the last link .7242 .7224;
        recency of the weakest link .7084 .7063; model: reply x tie .7964 .7964

        eu1 | P | k = 3 | 328
        degree .9207; recency .8140; frequency .8445; PageRank .8963; personalised PageRank .85 .8689;
        personalised PageRank .5 .8659; betweenness .9207; 1 - constraint .9329; mutual contacts .8933;
        new reach .9177; model: reach .9207; model: value .9055; model: plan if all answer .9421; model:
        plan .9055

        eu1 | P | k = 5 | 239
        degree .9498; recency .8828; frequency .8703; PageRank .9540; personalised PageRank .85 .9247;
        personalised PageRank .5 .9038; betweenness .9707; 1 - constraint .9623; mutual contacts .9163;
        new reach .9707; model: reach .9456; model: value .9121; model: plan if all answer .9623; model:
        plan .9121

        ml_pwm | I-A | all | 447
        random .3990 .4069; degree .8625 .8625; recency .5800 .5795; frequency .6379 .6383; PageRank
        .8580 .8580; personalised PageRank .85 .8424 .8422; personalised PageRank .5 .7699 .7693;
        betweenness .8627 .8641; 1 - constraint .8641 .8630; mutual contacts .8393 .8344; new reach
        .8641 .8640; inbound, decayed .6019 .6016; degree x recency .7808 .7828; model: reply .5563
        .5560; model: reach .8643 .8643; model: value .8205 .8205

        ml_pwm | I-B | all | 175
        random .2039 .2173; degree .6856 .6851; recency .5003 .4984; frequency .5227 .5259; PageRank
        .6773 .6773; personalised PageRank .85 .6778 .6719; personalised PageRank .5 .6536 .6446;
        betweenness .6813 .6803; 1 - constraint .6813 .6812; mutual contacts .6756 .6795; new reach
        .6809 .6806; inbound, decayed .5171 .5168; degree x recency .6966 .6962; model: reply .5314
        .5312; model: reach .6868 .6868; model: value .6860 .6860

        ml_pwm | I-C | all | 179
        random .2178 .2036; degree .2481 .2523; recency .5668 .5663; frequency .3022 .3054; PageRank
        .2906 .2901; personalised PageRank .85 .3017 .3020; personalised PageRank .5 .3054 .3058;
        betweenness .2342 .2534; 1 - constraint .2367 .2375; mutual contacts .2524 .2541; new reach
        .2472 .2475; inbound, decayed .4564 .4565; degree x recency .3645 .3645; model: reply .5566
        .5566; model: reach .2827 .2827; model: value .4101 .4101

        ml_pwm | W | all | 142
        random .4606 .4690; degree .3944 .3956; recency .7529 .7546; frequency .5727 .5764; PageRank
        .4992 .4992; personalised PageRank .85 .5492 .5494; personalised PageRank .5 .5566 .5568;
        betweenness .3687 .4229; 1 - constraint .3662 .3662; mutual contacts .3993 .4058; new reach
        .3725 .3747; inbound, decayed .6387 .6387; degree x recency .5700 .5700; model: reply .7685
        .7685; model: reach .4300 .4300; model: value .6045 .6045; recency of the last link .7529 .7529;
        recency of the weakest link .7776 .7793; model: reply x tie .7299 .7299

        ml_pwm | P | k = 3 | 339
        degree .8584; recency .6637; frequency .6755; PageRank .8496; personalised PageRank .85 .8407;
        personalised PageRank .5 .8083; betweenness .8584; 1 - constraint .8673; mutual contacts .8614;
        new reach .8732; model: reach .8555; model: value .8732; model: plan if all answer .8614; model:
        plan .8732

        ml_pwm | P | k = 5 | 263
        degree .8593; recency .7262; frequency .6958; PageRank .8365; personalised PageRank .85 .8403;
        personalised PageRank .5 .8137; betweenness .8403; 1 - constraint .8593; mutual contacts .8707;
        new reach .8669; model: reach .8783; model: value .8973; model: plan if all answer .8935; model:
        plan .8897
        """
}
